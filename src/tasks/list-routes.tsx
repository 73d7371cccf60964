import type { Context } from 'hono'
import { GroupTasksPage } from '#views/tasks/group-tasks-page.tsx'
import { change } from '../activity/model.ts'
import { inGroup } from '../groups/in-group.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { type Accepted, form, type Refused, refused } from '../web/form.ts'
import { authorize, found } from '../web/gate.ts'
import { addTask, membersOf } from './adding.ts'
import { boardOf } from './board/columns.ts'
import { originIn, type Source, sourceIn } from './comments/origin.ts'
import { type ListQuery, listQuery, newTaskForm, type TaskForm } from './forms.ts'
import { judged, written } from './judging.ts'
import { taskPart } from './lists.ts'
import { pastTasks, type TaskEntry } from './model.ts'
import { mayAddTask, mayReadTasks, taskAbilities } from './policy.ts'
import { facts, type Here } from './showing.tsx'

/** What was ended earlier lies folded below the list as it is without any wish. */
const isPlain = ({ who, due, origin, state, page }: ListQuery) => !(who || due || origin || state) && page === 1

/** Either the board or one page of the list: what is not shown is not asked for. */
async function shownOf({ actor, ports, locale }: Here, query: ListQuery) {
  const { group } = actor
  if (query.view === 'board') return { board: await boardOf(ports.db, group.id, query, locale.now) }
  const part = await taskPart(ports.db, group.id, query, { page: query.page, now: locale.now })
  return { part, past: isPlain(query) ? await pastTasks(ports.db, group.id, 20) : [] }
}

interface Beginning {
  /** What a new task is to be made of. */
  source?: Source | undefined
  refusal?: Refused
}

async function listPage(here: Here, query: ListQuery, { source, refusal }: Beginning = {}) {
  const { actor, ports, locale } = here
  const { group } = actor
  return (
    <GroupTasksPage
      group={group}
      me={actor.person.id}
      query={query}
      {...(await shownOf(here, query))}
      mayOf={(task: TaskEntry) => taskAbilities(actor, task, locale.now)}
      members={await membersOf(ports.db, group.id)}
      mayAdd={mayAddTask(actor)}
      source={source}
      refused={refusal}
      locale={locale}
    />
  )
}

const scripts = ({ view }: ListQuery) => (view === 'board' ? { scripts: ['tasks-board.js'] } : {})

const show = async (c: Context, here: Here, query: ListQuery, source?: Source) =>
  c.render(await listPage(here, query, { source }), { ...facts(here, 'tasks'), ...scripts(query) })

/** The comment is none that this person can read: what was typed stays, and can be written down without it. */
const withoutComment = (input: Accepted<TaskForm> | Refused): Refused =>
  refused(input.ok ? { ...input.value } : input.typed, 'title', 'no_comment')

/** What the group has to do, as a list or as a board (`DOMAIN.md 3.6`). */
export const taskListRoutes = inGroup
  .createApp()
  .get('/tasks', async (c) => {
    authorize(mayReadTasks(c.var.actor))
    const source = await sourceIn(c.var, c.req.query())
    if (source === undefined) return show(c, c.var, listQuery.parse(c.req.query()))
    authorize(mayAddTask(c.var.actor))
    return show(c, c.var, listQuery.parse(c.req.query()), found(source))
  })
  .post('/tasks', form(newTaskForm), async (c) => {
    const { actor, ports } = c.var
    authorize(mayAddTask(actor))
    const source = await sourceIn(c.var, c.var.form.ok ? c.var.form.value : c.var.form.typed)
    const input = source === null ? withoutComment(c.var.form) : await judged(c.var, c.var.form)
    if (!input.ok) {
      const page = await listPage(c.var, listQuery.parse({}), { source: source ?? undefined, refusal: input })
      return refuse(c, page, facts(c.var, 'tasks'))
    }
    const from = source && { origin: originIn(source) }
    const of = { groupId: actor.group.id, actorId: actor.person.id, ...from }
    await change(ports, (tx, record) => addTask(tx, record, { ...written(input.value), ...of }))
    return answer(c, source?.href ?? paths.tasks(actor.group))
  })
