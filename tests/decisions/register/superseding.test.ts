import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { registerEntries } from '#src/decisions/chain/schema.ts'
import type { ProposalDraft } from '#src/decisions/proposals/proposing.ts'
import { findDecision } from '#src/decisions/register/log.ts'
import { proposeNote, signNote } from '#src/decisions/register/noting.ts'
import { type Decision, decisionNotes } from '#src/decisions/register/schema.ts'
import { addDays, dayOf } from '#src/web/days.ts'
import { type World, world } from '../../support/world.ts'
import { answered, type Deciding, deciding, heat } from '../setting.ts'

let w: World
let en: Deciding
beforeAll(async () => {
  w = await world()
  en = deciding(w)
})

async function decided(draft: ProposalDraft = heat, choice: 'yes' | 'no' = 'yes'): Promise<Decision> {
  const round = await answered(en, choice, draft)
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  return en.finalise('fritjof', round, count)
}

const replacing = (older: Decision, more: Partial<ProposalDraft> = {}): ProposalDraft => ({
  ...heat,
  title: 'Neu gefasst',
  ...more,
  supersedes: [{ decisionId: older.id, kind: 'superseded' }],
})

const entryOf = async ({ groupId, id }: Decision) => {
  const entry = await findDecision(w.db, groupId, id)
  if (!entry) throw new Error('No decision')
  return entry
}

const standingOf = async (decision: Decision) => (await entryOf(decision)).standing
const today = dayOf(new Date())

/** What is said of a decision wherever it stands. */
async function sayings(cited: string) {
  const nele = await w.as('nele')
  const read = async (path: string) => (await nele(path)).text()
  return {
    register: await read(`/decisions?words=${cited}`),
    page: await read(`/decisions/${cited}`),
    file: await read(`/decisions/${cited}.csv`),
  }
}

describe('a decision that takes the place of an earlier one', () => {
  test('ends it the moment it is established, signed by the same two, and each shows the other', async () => {
    const older = await decided()
    const newer = await decided(replacing(older))
    expect([await standingOf(older), await standingOf(newer)]).toEqual(['superseded', 'in_force'])
    const [note] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, older.id))
    expect(note).toMatchObject({
      kind: 'supersession',
      byDecisionId: newer.id,
      firstPersonId: w.people.swantje.id,
      secondPersonId: w.people.fritjof.id,
    })
    expect(await w.db.$count(registerEntries, eq(registerEntries.noteId, note?.id ?? ''))).toBe(1)

    const nele = await w.as('nele')
    const [from, to] = [(await entryOf(older)).cited, (await entryOf(newer)).cited]
    const above = await (await nele(`/decisions/${from}`)).text()
    expect(above).toMatch(new RegExp(`Abgelöst am .+href="/decisions/${to}"`, 's'))
    expect(await (await nele(`/decisions/${to}`)).text()).toMatch(new RegExp(`Löst ab.+href="/decisions/${from}"`, 's'))
    expect(await (await nele('/decisions?standing=superseded')).text()).toMatch(
      new RegExp(`${from}.+abgelöst durch.+${to}`, 's'),
    )
    expect(await (await nele(`/decisions?words=${to}`)).text()).toMatch(new RegExp(`${to}.+löst ab .+${from}`, 's'))
  })

  test('or annuls it, says which of the two it does, on its page, in the register and in its files', async () => {
    const older = await decided()
    const newer = await decided({
      ...heat,
      title: 'Doch nicht',
      supersedes: [{ decisionId: older.id, kind: 'annulled' }],
    })
    const [from, to] = [(await entryOf(older)).cited, (await entryOf(newer)).cited]
    const nele = await w.as('nele')
    const page = await (await nele(`/decisions/${to}`)).text()
    expect(page).toMatch(new RegExp(`Hebt auf.+href="/decisions/${from}"`, 's'))
    expect(page).not.toContain('Löst ab')
    expect(await (await nele(`/decisions?words=${to}`)).text()).toMatch(new RegExp(`${to}.+hebt auf .+${from}`, 's'))
    expect(await (await nele(`/decisions/${to}.csv`)).text()).toContain(`"Hebt auf";"${from}"`)
    expect(await (await nele(`/decisions/${to}.json`)).json()).toMatchObject({ supersedes: [], annuls: [from] })
  })

  test('that was rejected ends nothing', async () => {
    const older = await decided()
    await decided(replacing(older), 'no')
    expect(await standingOf(older)).toBe('in_force')
  })

  test('of another group ends nothing', async () => {
    const lw = deciding(w, 'lw')
    const foreign = await lw.confirm('nele', await lw.report('jost'))
    if (!foreign) throw new Error('Not confirmed')
    await decided(replacing(foreign))
    expect(await standingOf(foreign)).toBe('in_force')
  })

  test('that holds from a later day on leaves the earlier one in force until then', async () => {
    const older = await decided()
    const newer = await decided(replacing(older, { inForceFrom: addDays(today, 30) }))
    expect([await standingOf(older), await standingOf(newer)]).toEqual(['in_force', 'not_yet'])
    const said = await sayings((await entryOf(newer)).cited)
    expect(said.register).not.toContain('löst ab')
    for (const sheet of [said.page, said.file]) expect(sheet).toContain('Soll ablösen')
  })

  test('that should never have been entered gives the earlier one back', async () => {
    const older = await decided()
    const newer = await entryOf(await decided(replacing(older, { scope: 'public_effect' })))
    const before = await sayings(newer.cited)
    expect([before.register, before.page]).toEqual([
      expect.stringMatching(/Weiterleitung nötig.+löst ab/s),
      expect.stringMatching(/Er gilt erst, wenn der Kreis geantwortet hat\..+Löst ab/s),
    ])
    const [swantje, fritjof] = [await w.actor('swantje', 'en'), await w.actor('fritjof', 'en')]
    const draft = { kind: 'annulment', reason: 'In der falschen Gruppe erfasst.' } as const
    const note = await change(w.ports, (tx, record) => proposeNote(tx, record, newer, draft, swantje))
    await change(w.ports, (tx, record) => signNote(tx, record, newer, note, fritjof))
    expect([await standingOf(older), await standingOf(newer)]).toEqual(['in_force', 'annulled'])
    const after = await sayings(newer.cited)
    expect(after.register).not.toMatch(/Weiterleitung nötig|löst ab/)
    expect(after.page).not.toMatch(/Er gilt erst, wenn der Kreis|Löst ab/)
    for (const sheet of [after.page, after.file]) expect(sheet).toContain('Sollte ablösen')
  })

  test('and was annulled by a third one has ended it all the same', async () => {
    const older = await decided()
    const newer = await decided(replacing(older))
    await decided({ ...heat, title: 'Keines von beiden', supersedes: [{ decisionId: newer.id, kind: 'annulled' }] })
    expect([await standingOf(older), await standingOf(newer)]).toEqual(['superseded', 'annulled'])
    const said = await sayings((await entryOf(newer)).cited)
    expect(said.register).toContain('löst ab')
    for (const sheet of [said.page, said.file]) expect(sheet).toContain('Löst ab')
  })

  test('is named later, too, by its number', async () => {
    const older = await entryOf(await decided())
    const newer = await entryOf(await decided())
    const notes = `/groups/en/decisions/${older.id}/notes`
    const [gerd, swantje] = [await w.as('gerd'), await w.as('swantje')]
    const form = { kind: 'supersession', reason: 'Der neue gilt statt seiner.' }
    for (const by of ['', 'EN-1999-001', older.cited, 'KK-2026-001']) {
      expect([by, (await gerd(notes, { form: { ...form, by } })).status]).toEqual([by, 422])
    }
    expect((await gerd(notes, { form: { ...form, by: newer.cited.toLowerCase() } })).status).toBe(303)
    const [note] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, older.id))
    await swantje(`${notes}/${note?.id}/signature`, { form: {} })
    expect(await standingOf(older)).toBe('superseded')
    const back = await gerd(`/groups/en/decisions/${newer.id}/notes`, { form: { ...form, by: older.cited } })
    expect([back.status, await back.text()]).toEqual([422, expect.stringContaining('Dieser Beschluss ist älter.')])
  })

  test('is no decision that is annulled itself, and none that was taken before it', async () => {
    const [wrong, right] = [await entryOf(await decided()), await entryOf(await decided())]
    const [swantje, fritjof] = [await w.actor('swantje', 'en'), await w.actor('fritjof', 'en')]
    const draft = { kind: 'annulment', reason: 'Doppelt.' } as const
    const note = await change(w.ports, (tx, record) => proposeNote(tx, record, wrong, draft, swantje))
    await change(w.ports, (tx, record) => signNote(tx, record, wrong, note, fritjof))
    const old = await en.confirm('fritjof', await en.report('gerd'))
    const [gerd, notes] = [await w.as('gerd'), `/groups/en/decisions/${right.id}/notes`]
    const told = async (by: string) => {
      const answer = await gerd(notes, { form: { kind: 'supersession', reason: 'Der andere gilt.', by } })
      return [answer.status, await answer.text()]
    }
    expect(await told(wrong.cited)).toEqual([422, expect.stringContaining('ist selbst aufgehoben')])
    const earlier = old ? (await entryOf(old)).cited : ''
    expect(await told(earlier)).toEqual([422, expect.stringContaining('Dieser Beschluss ist älter.')])
  })
})

test.each([
  [{ inForceUntil: addDays(today, -1), inForceFrom: addDays(today, -30) }, 'expired'],
  [{ inForceUntil: today }, 'in_force'],
  [{ inForceFrom: addDays(today, 1) }, 'not_yet'],
  [{}, 'in_force'],
] as const)('a decision for %o is %s', async (term, expected) => {
  expect(await standingOf(await decided({ ...heat, ...term }))).toBe(expected)
})
