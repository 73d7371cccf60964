import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { endMembership } from '#src/groups/departure.ts'
import { answers } from '#src/referrals/schema.ts'
import { findTask } from '#src/tasks/model.ts'
import { entryOf } from '../../groups/entry.ts'
import { world } from '../../support/world.ts'
import { between } from '../setting.ts'

test('what comes back goes to whoever sent it, and to those who speak for the group where they have left', async () => {
  const w = await world()
  const we = between(w)
  const workersOn = async ({ id }: { id: string }) => {
    const [answer] = await w.db.select().from(answers).where(eq(answers.referralId, id))
    const task = await findTask(w.db, w.groups.en.id, answer?.taskId ?? '')
    return task?.people.map(({ name }) => name)
  }
  const first = await we.send(null)
  await we.returns(first)
  expect(await workersOn(first)).toEqual(['Tarek Lindhövel'])

  const second = await we.send(null)
  const third = await we.sendText()
  const { membership } = await entryOf(w, 'tarek', 'en')
  await change(w.ports, (tx) => endMembership(tx, membership))
  await we.returns(second)
  expect(await workersOn(second)).toEqual([w.people.swantje.name])
  await we.adoptsWithChanges(third)
  expect(await workersOn(third)).toEqual([w.people.swantje.name])
})
