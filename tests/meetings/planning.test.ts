import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { groups } from '#src/groups/schema.ts'
import { warningsOf } from '#src/meetings/agenda/warnings.ts'
import { suggestedPlan } from '#src/meetings/planning/suggesting.ts'
import { meetings } from '#src/meetings/schema.ts'
import { paths } from '#src/paths.ts'
import { between } from '../referrals/setting.ts'
import { type World, world } from '../support/world.ts'
import { inDays, meeting } from './planning-setting.ts'

let w: World
let kk: ReturnType<typeof meeting>

beforeAll(async () => {
  w = await world({ quiet: true })
  kk = meeting(w)
})

test('the next date follows the rhythm at the same time of day, also where the clocks change', async () => {
  const by = { ...inDays(1), groupId: w.groups.kk.id, createdById: w.people.henrike.id }
  const evening = (day: string, offset: string) => new Date(`${day}T19:00:00${offset}`)
  const held = (number: number, day: string, offset: string) => ({
    ...{ ...by, number, startsAt: evening(day, offset) },
    endsAt: new Date(evening(day, offset).getTime() + 9_000_000),
  })
  await w.db.insert(meetings).values([held(1, '2026-08-11', '+02:00'), held(2, '2026-09-08', '+02:00')])
  const next = await suggestedPlan(w.db, w.groups.kk.id, new Date('2026-10-20T08:00:00Z'))
  expect(next.startsAt).toEqual(evening('2026-11-03', '+01:00'))
  expect(next.facilitatorId).toBe(w.people.ayla.id)
})

test('planning is refused with what was typed; it is for leads, facilitators and coordinators, and no guest reads it', async () => {
  const henrike = await w.as('henrike')
  const form = { on: '2001-01-01', from: '19:00', until: '18:00', held: 'on_site', place: 'Kirchfeld', leadDays: '7' }
  const refused = await henrike(paths.meetings(w.groups.kk), { form })
  expect(refused.status).toBe(422)
  const page = await refused.text()
  expect(page).toContain('Das Ende liegt vor dem Beginn.')
  expect(page).toContain('Kirchfeld')
  const past = await henrike(paths.meetings(w.groups.kk), { form: { ...form, until: '21:00' } })
  expect(await past.text()).toContain('Dieser Termin ist schon vorbei.')
  expect((await (await w.as('gerd'))(paths.newMeeting(w.groups.en))).status).toBe(403)
  expect((await (await w.as('nele'))(paths.meetings(w.groups.en))).status).toBe(404)
})

test('others see when a group meets, and nothing else', async () => {
  await meeting(w, 'en').plan(14)
  const nele = await (await w.as('nele'))(paths.allMeetings())
  const page = await nele.text()
  expect(page).toContain('EN-01, AG\u00a0Energie')
  expect(page).not.toContain('Altenlarn')
})

test('late invitations, late or missing papers and, in an association, unnamed subjects are pointed out', async () => {
  await between(w).sendText()
  const soon = await kk.plan(3)
  await kk.add(soon, 'Satzung ändern', 'decision')
  const now = new Date()
  const before = warningsOf(soon, await kk.agenda(soon), now)
  expect(before).toMatchObject({ isLate: true, length: 120, unnamed: [] })
  expect(before.withoutPapers.map(({ title }) => title)).toEqual(['Satzung ändern'])
  expect(before.latePapers).toHaveLength(1)
  await kk.invite(soon)
  await kk.add(soon, 'Vorstand wählen', 'election')
  await w.db.update(groups).set({ legalForm: 'association_organ' }).where(eq(groups.id, w.groups.kk.id))
  const after = warningsOf(await kk.find(soon), await kk.agenda(soon), now)
  expect(after.isLate).toBe(false)
  expect(after.unnamed.map(({ title }) => title)).toEqual(['Vorstand wählen'])
})
