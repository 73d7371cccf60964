import { eq, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { endLetter } from '#src/groups/reminders/routes.tsx'
import { termReminders } from '#src/groups/reminders/schema.ts'
import { tellOfEnds } from '#src/groups/reminders/sending.ts'
import { mandates, roleTerms } from '#src/groups/schema.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { type World, world } from '../support/world.ts'
import { entryOf } from './entry.ts'

let w: World
const today = dayOf(new Date())
const [termEnd, mandateEnd] = [addDays(today, 50), addDays(today, 10)]

beforeAll(async () => {
  w = await world()
  await w.db.update(roleTerms).set({ endsOn: null })
  await w.db.update(mandates).set({ validUntil: null })
  const { terms } = await entryOf(w, 'tarek', 'en')
  await w.db
    .update(roleTerms)
    .set({ startsOn: '2025-01-01', endsOn: termEnd })
    .where(eq(roleTerms.id, terms[0]?.id ?? ''))
  await w.db.update(mandates).set({ validUntil: mandateEnd }).where(eq(mandates.groupId, w.groups.en.id))
})

const tell = (now = new Date()) => tellOfEnds(w.ports, endLetter(w.settings), now)
const to = () =>
  w
    .mails()
    .map(({ to, subject }) => `${to.split('@')[0]?.split('.')[0]}: ${subject}`)
    .sort()

test('sixty days before a term and fourteen before a mandate ends, those whom it concerns are told once', async () => {
  await Promise.all([tell(), tell()])
  await tell()
  expect(to()).toEqual([
    'henrike: Ein Amt endet bald: Delegiert in den Kreis, AG\u00a0Energie',
    'henrike: Ein Auftrag endet bald: AG\u00a0Energie',
    'swantje: Ein Amt endet bald: Delegiert in den Kreis, AG\u00a0Energie',
    'swantje: Ein Auftrag endet bald: AG\u00a0Energie',
    'tarek: Dein Amt endet bald: Delegiert in den Kreis, AG\u00a0Energie',
  ])
  const [henrikes] = w.mails().filter((mail) => mail.to.startsWith('henrike'))
  expect(henrikes?.text).toContain('/groups\n')
  await tell(new Date(Date.now() + 40 * 86_400_000))
  expect(to()).toHaveLength(8)
})

test('what has been settled meanwhile is not told', async () => {
  await w.db.update(termReminders).set({ sentAt: null })
  await w.db.update(roleTerms).set({ endedAt: sql`now()` }).where(eq(roleTerms.endsOn, termEnd))
  const before = w.mails().length
  await tell()
  expect(to().length - before).toBe(2)
})

test('the database keeps each reminder to one', async () => {
  const [one] = await w.db.select().from(termReminders)
  if (!one) throw new Error('Nobody was told')
  const { id: _, ...again } = one
  await expect(w.db.insert(termReminders).values(again)).rejects.toThrow()
  await expect(w.db.insert(termReminders).values({ ...again, termId: null, mandateId: null })).rejects.toThrow()
})
