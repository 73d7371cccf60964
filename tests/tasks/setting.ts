import { change } from '#src/activity/model.ts'
import { addTask, type NewTask } from '#src/tasks/adding.ts'
import type { World } from '../support/world.ts'

/** A task of AG Energie that Gerd does, unless the test wants another one. */
export const writeTask = (w: World, fields: Partial<NewTask> = {}) =>
  change(w.ports, (tx, record) =>
    addTask(tx, record, {
      groupId: w.groups.en.id,
      title: 'Zahlen nachliefern',
      personIds: [w.people.gerd.id],
      actorId: w.people.swantje.id,
      ...fields,
    }),
  )

/** What the database says against it: the message and the name of what it rests on. */
export const refusal = (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => 'accepted',
    (error) => {
      const cause = error instanceof Error && error.cause ? error.cause : error
      return `${(cause as Error).message} ${(cause as { constraint_name?: string }).constraint_name ?? ''}`
    },
  )
