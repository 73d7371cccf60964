import type { Context } from 'hono'
import { TaskPage, type TaskPageProps } from '#views/tasks/task-page.tsx'
import { texts } from '#views/tasks/texts.ts'
import { placeOf } from '../groups/actor.ts'
import type { GroupEnv } from '../groups/in-group.ts'
import { refuse } from '../web/answer.ts'
import { found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import { membersOf } from './adding.ts'
import { type CommentedIn, commentHref } from './comments/origin.ts'
import { taskHistory } from './history.ts'
import { findTask, type TaskEntry } from './model.ts'
import { mayDeleteRemark, taskAbilities } from './policy.ts'
import { chainOf } from './rhythm/chain.ts'
import { remarksOn } from './work/remarks.ts'
import { stepsOf } from './work/steps.ts'
import { turnsOf } from './work/turns.ts'

export type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'> & { commentedIn?: CommentedIn }

export const oneTask = `/tasks/:id{${uuid}}`

export const taskIn = async ({ actor, ports }: Here, id: string): Promise<TaskEntry> =>
  found(await findTask(ports.db, actor.group.id, id))

export const facts = ({ actor, locale }: Pick<Here, 'actor' | 'locale'>, title: 'tasks' | 'task') => ({
  title: texts[locale.lang][title],
  section: placeOf(actor),
})

async function remarksIn({ actor, ports }: Here, task: TaskEntry) {
  const remarks = await remarksOn(ports.db, task.id)
  return remarks.map((remark) => ({ ...remark, mayDelete: !remark.deletedAt && mayDeleteRemark(actor, remark) }))
}

export async function taskPage(here: Here, task: TaskEntry, refusal?: TaskPageProps['refused']) {
  const { actor, ports, locale } = here
  return (
    <TaskPage
      group={actor.group}
      me={actor.person.id}
      task={task}
      comment={await commentHref(here, task)}
      members={await membersOf(ports.db, actor.group.id)}
      checklist={await stepsOf(ports.db, task.id)}
      talk={await remarksIn(here, task)}
      chain={await chainOf(ports.db, task)}
      turns={await turnsOf(ports.db, task.id)}
      history={await taskHistory(ports.db, task)}
      may={taskAbilities(actor, task, locale.now)}
      refused={refusal}
      locale={locale}
    />
  )
}

/** The page of the task with the form that came back. */
export const refuseOn = async (c: Context, here: Here, task: TaskEntry, refusal: TaskPageProps['refused']) =>
  refuse(c, await taskPage(here, task, refusal), facts(here, 'task'))
