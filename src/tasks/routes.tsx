import { createMiddleware } from 'hono/factory'
import { MyTasksPage } from '#views/tasks/my-tasks-page.tsx'
import { texts } from '#views/tasks/texts.ts'
import { change } from '../activity/model.ts'
import { inGroup } from '../groups/in-group.ts'
import { signedIn } from '../identity/signed-in.ts'
import { paths } from '../paths.ts'
import { answer } from '../web/answer.ts'
import { form, refused } from '../web/form.ts'
import { authorize } from '../web/gate.ts'
import { pageIn } from '../web/slices.ts'
import { boardRoutes } from './board/routes.ts'
import { changeTask, takeOver } from './changing.ts'
import { type CommentedIn, notCommented } from './comments/origin.ts'
import { complete, drop, needsResult, reopen } from './ending.ts'
import { completionForm, dropForm, reopeningForm, takeOverForm, taskForm } from './forms.ts'
import { judged, written } from './judging.ts'
import { taskListRoutes } from './list-routes.tsx'
import { myTasks } from './model.ts'
import {
  mayChangeTask,
  mayComplete,
  mayDrop,
  mayReadTasks,
  mayReopen,
  mayTakeOver,
  mayUndo,
  ownTaskAbilities,
} from './policy.ts'
import { facts, oneTask, refuseOn, taskIn, taskPage } from './showing.tsx'
import { workRoutes } from './work/routes.tsx'

/** One task, and how it ends. */
const oneTaskRoutes = inGroup
  .createApp()
  .get(oneTask, async (c) => {
    authorize(mayReadTasks(c.var.actor))
    return c.render(await taskPage(c.var, await taskIn(c.var, c.req.param('id'))), facts(c.var, 'task'))
  })
  .post(oneTask, form(taskForm), async (c) => {
    const { actor, ports } = c.var
    const task = await taskIn(c.var, c.req.param('id'))
    authorize(mayChangeTask(actor, task))
    const input = await judged(c.var, c.var.form)
    if (!input.ok) return refuseOn(c, c.var, task, { form: 'change', input })
    const changed = { ...written(input.value), actorId: actor.person.id }
    if (!task.ending) await change(ports, (tx, record) => changeTask(tx, record, task, changed))
    return answer(c, paths.task(actor.group, task))
  })
  .post(`${oneTask}/people`, form(takeOverForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const task = await taskIn(c.var, c.req.param('id'))
    authorize(mayTakeOver(actor))
    await change(ports, (tx, record) => takeOver(tx, record, task, { actorId: actor.person.id }))
    return answer(c, (input.ok && input.value.back) || paths.tasks(actor.group))
  })
  .post(`${oneTask}/completion`, form(completionForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const task = await taskIn(c.var, c.req.param('id'))
    authorize(mayComplete(actor, task))
    if (!input.ok) return refuseOn(c, c.var, task, { form: 'completion', input })
    const { result = '', back } = input.value
    if (needsResult(task) && !result) {
      const missing = refused(input.value, 'result', 'missing')
      return refuseOn(c, c.var, task, { form: 'completion', input: missing })
    }
    await change(ports, (tx, record) => complete(tx, record, task, { result, actorId: actor.person.id }))
    return answer(c, back ?? paths.tasks(actor.group))
  })
  .post(`${oneTask}/reopening`, form(reopeningForm), async (c) => {
    const { actor, ports, form: input, locale } = c.var
    const task = await taskIn(c.var, c.req.param('id'))
    authorize(mayReopen(actor, task))
    if (!input.ok) return refuseOn(c, c.var, task, { form: 'reopening', input })
    const { reason = '', back } = input.value
    const isExplained = reason !== '' || mayUndo(actor, task, locale.now)
    if (!isExplained) {
      const missing = refused(input.value, 'reason', 'missing')
      return refuseOn(c, c.var, task, { form: 'reopening', input: missing })
    }
    await change(ports, (tx, record) => reopen(tx, record, task, { reason, actorId: actor.person.id }))
    return answer(c, back ?? paths.tasks(actor.group))
  })
  .post(`${oneTask}/drop`, form(dropForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const task = await taskIn(c.var, c.req.param('id'))
    authorize(mayDrop(actor, task))
    if (!input.ok) return refuseOn(c, c.var, task, { form: 'drop', input })
    const { reason } = input.value
    await change(ports, (tx, record) => drop(tx, record, task, { reason, actorId: actor.person.id }))
    return answer(c, paths.task(actor.group, task))
  })

/** What others know of that tasks come from. */
export interface KnownOfTasks {
  commentedIn?: CommentedIn
}

/** What the group has to do (`DOMAIN.md 3.6`). */
export const taskRoutes = ({ commentedIn = notCommented }: KnownOfTasks = {}) =>
  inGroup
    .createApp()
    .use(
      '/tasks/*',
      createMiddleware<{ Variables: { commentedIn: CommentedIn } }>(async (c, next) => {
        c.set('commentedIn', commentedIn)
        await next()
      }),
    )
    .route('/', taskListRoutes)
    .route('/', oneTaskRoutes)
    .route('/', workRoutes)
    .route('/', boardRoutes)

/** What one has to do oneself, over all groups. Whoever ticks off the last one of a page is on the first again. */
export const myTaskRoutes = signedIn.createApp().get('/tasks', async (c) => {
  const { person, ports, locale } = c.var
  const { entries, ...place } = await myTasks(ports.db, person.id, pageIn(c.req.query('page')))
  if (entries.length === 0 && place.page > 1) return answer(c, paths.myTasks())
  const tasks = entries.map((task) => ({ task, group: task.group, may: ownTaskAbilities(person.id, task) }))
  return c.render(<MyTasksPage {...{ tasks, ...place, locale }} />, {
    title: texts[locale.lang].mine,
    section: 'start',
  })
})
