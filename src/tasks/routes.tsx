import type { Context } from 'hono'
import { GroupTasksPage } from '#views/tasks/group-tasks-page.tsx'
import { MyTasksPage } from '#views/tasks/my-tasks-page.tsx'
import { TaskPage, type TaskPageProps } from '#views/tasks/task-page.tsx'
import { texts } from '#views/tasks/texts.ts'
import { change } from '../activity/model.ts'
import { placeOf } from '../groups/actor.ts'
import { type GroupEnv, inGroup } from '../groups/in-group.ts'
import { signedIn } from '../identity/signed-in.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { type Accepted, form, type Refused, refused } from '../web/form.ts'
import { authorize, found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import { addTask, membersAmong, membersOf } from './adding.ts'
import { changeTask, takeOver } from './changing.ts'
import { complete, drop, needsResult, reopen } from './ending.ts'
import { completionForm, dropForm, reopeningForm, takeOverForm, taskForm } from './forms.ts'
import { taskHistory } from './history.ts'
import { findTask, groupTasks, myTasks, pastTasks, type TaskEntry } from './model.ts'
import {
  mayAddTask,
  mayChangeTask,
  mayComplete,
  mayDrop,
  mayReadTasks,
  mayReopen,
  mayTakeOver,
  mayUndo,
  ownTaskAbilities,
  taskAbilities,
} from './policy.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneTask = `/tasks/:id{${uuid}}`

const taskIn = async ({ actor, ports }: Here, id: string): Promise<TaskEntry> =>
  found(await findTask(ports.db, actor.group.id, id))

const facts = ({ actor, locale }: Pick<Here, 'actor' | 'locale'>, title: 'tasks' | 'task') => ({
  title: texts[locale.lang][title],
  section: placeOf(actor),
})

async function listPage({ actor, ports, locale }: Here, refusal?: Refused) {
  const { group } = actor
  const listed = (task: TaskEntry) => ({ task, group, may: taskAbilities(actor, task, locale.now) })
  return (
    <GroupTasksPage
      group={group}
      me={actor.person.id}
      tasks={(await groupTasks(ports.db, group.id)).map(listed)}
      past={(await pastTasks(ports.db, group.id)).map(listed)}
      members={await membersOf(ports.db, group.id)}
      mayAdd={mayAddTask(actor)}
      refused={refusal}
      locale={locale}
    />
  )
}

async function taskPage({ actor, ports, locale }: Here, task: TaskEntry, refusal?: TaskPageProps['refused']) {
  return (
    <TaskPage
      group={actor.group}
      me={actor.person.id}
      task={task}
      members={await membersOf(ports.db, actor.group.id)}
      history={await taskHistory(ports.db, task)}
      may={taskAbilities(actor, task, locale.now)}
      refused={refusal}
      locale={locale}
    />
  )
}

const refuseOn = async (c: Context, here: Here, task: TaskEntry, refusal: TaskPageProps['refused']) =>
  refuse(c, await taskPage(here, task, refusal), facts(here, 'task'))

type Judged = Accepted<{ title: string; dueOn?: string; personIds: string[] }> | Refused

/** Well-formed is not enough: only members of this group can be responsible. */
async function judged({ actor, ports }: Here, input: Judged): Promise<Judged> {
  if (!input.ok) return input
  const { personIds } = input.value
  const members = await membersAmong(ports.db, actor.group.id, personIds)
  return personIds.every((id) => members.includes(id)) ? input : refused(input.value, 'personIds', 'not_a_member')
}

/** What the group has to do (`DOMAIN.md 3.6`). */
export const taskRoutes = inGroup
  .createApp()
  .get('/tasks', async (c) => {
    authorize(mayReadTasks(c.var.actor))
    return c.render(await listPage(c.var), facts(c.var, 'tasks'))
  })
  .post('/tasks', form(taskForm), async (c) => {
    const { actor, ports } = c.var
    authorize(mayAddTask(actor))
    const input = await judged(c.var, c.var.form)
    if (!input.ok) return refuse(c, await listPage(c.var, input), facts(c.var, 'tasks'))
    const of = { groupId: actor.group.id, actorId: actor.person.id }
    await change(ports, (tx, record) => addTask(tx, record, { ...input.value, ...of }))
    return answer(c, paths.tasks(actor.group))
  })
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
    const { title, dueOn = null, personIds } = input.value
    const changed = { title, dueOn, personIds, actorId: actor.person.id }
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

/** What one has to do oneself, over all groups. */
export const myTaskRoutes = signedIn.createApp().get('/tasks', async (c) => {
  const { person, ports, locale } = c.var
  const mine = await myTasks(ports.db, person.id)
  const listed = mine.map((task) => ({ task, group: task.group, may: ownTaskAbilities(person.id, task) }))
  return c.render(<MyTasksPage tasks={listed} locale={locale} />, {
    title: texts[locale.lang].mine,
    section: 'start',
  })
})
