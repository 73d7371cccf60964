import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { agendaWishes } from '#src/decisions/agenda/schema.ts'
import type { Choice } from '#src/decisions/ballots/schema.ts'
import { findDecision } from '#src/decisions/register/log.ts'
import { proposeNote } from '#src/decisions/register/noting.ts'
import { recount } from '#src/decisions/register/recounting.ts'
import { decisionNotes } from '#src/decisions/register/schema.ts'
import { countRound } from '#src/decisions/rounds/closing.ts'
import { openRound } from '#src/decisions/rounds/opening.ts'
import { handCounts, roundNotices } from '#src/decisions/rounds/schema.ts'
import { rollOf } from '#src/decisions/seats/roll.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { initialRules } from '#src/groups/rules.ts'
import type { Browse } from '../../support/browse.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { ask, hoursPass } from '../rounds/setting.ts'
import { type Deciding, deciding, inDays } from '../setting.ts'

let w: World
let en: Deciding
let gerd: Browse
let swantje: Browse
let nele: Browse

beforeAll(async () => {
  w = await world()
  en = deciding(w)
  ;[gerd, swantje, nele] = (await Promise.all((['gerd', 'swantje', 'nele'] as const).map((key) => w.as(key)))) as [
    Browse,
    Browse,
    Browse,
  ]
})

/** A majority vote of AG Energie, established by Fritjof. */
async function voted(answers: Partial<Record<PersonKey, Choice>>) {
  const round = await en.open(await en.propose('swantje'), 'majority')
  await en.answers(round, answers)
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  const decision = await en.finalise('fritjof', round, count)
  return {
    round,
    count,
    decision,
    roll: await rollOf(w.db, round.id),
    notes: `/groups/en/decisions/${decision.id}/notes`,
  }
}

type Voted = Awaited<ReturnType<typeof voted>>

const standingOf = async ({ decision }: Voted) => {
  const entry = await findDecision(w.db, w.groups.en.id, decision.id)
  if (!entry) throw new Error('No decision')
  return { standing: entry.standing, page: `/decisions/${entry.cited}` }
}

const seatOf = ({ roll }: Voted, name: string) => roll.find((seat) => seat.name.startsWith(name))?.id ?? ''

const found = { kind: 'recount', category: 'office_at_funder', reason: 'Tarek sitzt im Beirat der Stiftung.' }

async function recounted(vote: Voted, ...names: string[]) {
  const made = await gerd(vote.notes, { form: { ...found, seats: names.map((name) => seatOf(vote, name)) } })
  const all = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, vote.decision.id))
  const note = all.find(({ signedAt, discardedAt }) => !signedAt && !discardedAt)
  return { made, note, signed: await swantje(`${vote.notes}/${note?.id}/signature`, { form: {} }) }
}

const wishes = ({ decision }: Voted) => w.db.$count(agendaWishes, eq(agendaWishes.decisionId, decision.id))

describe('A9: a conflict of interest is found after the decision', () => {
  test('where the void vote decided, the decision is in doubt and is put to the group again', async () => {
    const vote = await voted({ swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'no', fritjof: 'no' })
    expect(vote.decision.outcome).toBe('adopted')
    const { made, note } = await recounted(vote, 'Tarek')
    expect(made.status).toBe(303)
    expect(note).toMatchObject({ outcome: 'rejected', isDecisive: true, tally: { yes: 2, no: 2, entitled: 4 } })

    const { standing, page } = await standingOf(vote)
    expect(standing).toBe('in_doubt')
    expect(await wishes(vote)).toBe(1)
    const outside = await (await nele(page)).text()
    expect(outside).toContain('Bitte neu entscheiden')
    expect(outside).toContain('1\u00A0Sitz befangen (Amt bei Zuwendungsgeber)')
    expect(outside).toContain('3\u00A0Ja')
    expect(outside).toMatch(/Neu gezählt: 2\u00A0Ja · 2\u00A0Nein/)
    const inside = await (await gerd(page)).text()
    expect(inside).toContain('Unterschrieben von Gerd Moosbach und Swantje Kieselbach')
    expect(await (await nele('/decisions?standing=in_doubt')).text()).toContain(page)
  })

  test('where it did not, the decision stays in force with the new numbers beside it', async () => {
    const vote = await voted({ swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'yes', fritjof: 'no' })
    const { note } = await recounted(vote, 'Tarek')
    expect(note).toMatchObject({ outcome: 'adopted', isDecisive: false, tally: { yes: 3, no: 1 } })
    const { standing, page } = await standingOf(vote)
    expect(standing).toBe('in_force')
    expect(await wishes(vote)).toBe(0)
    expect(await (await nele(page)).text()).toContain('neu gezählt. Das Ergebnis bleibt.')
  })

  test('one found after the other counts without both, and one that was proposed before is outdated', async () => {
    const vote = await voted({ swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'yes', fritjof: 'no' })
    await gerd(vote.notes, { form: { ...found, seats: [seatOf(vote, 'Bjarne')] } })
    const [early] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, vote.decision.id))
    await gerd(vote.notes, { form: { ...found, seats: [seatOf(vote, 'Tarek')] } })
    const both = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, vote.decision.id))
    const later = both.find(({ id }) => id !== early?.id)
    expect((await swantje(`${vote.notes}/${later?.id}/signature`, { form: {} })).status).toBe(303)
    const outdated = await swantje(`${vote.notes}/${early?.id}/signature`, { form: {} })
    expect([outdated.status, await outdated.text()]).toEqual([
      422,
      expect.stringContaining('Inzwischen wurde schon neu gezählt.'),
    ])

    await swantje(`${vote.notes}/${early?.id}/discard`, { form: {} })
    const { note } = await recounted(vote, 'Bjarne')
    expect(note).toMatchObject({ tally: { yes: 2, no: 1, entitled: 3 }, isDecisive: false })
  })

  test('says whose answer and why, in words, when that is missing', async () => {
    const vote = await voted({ swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'yes', fritjof: 'no' })
    const form = await (await gerd(`${vote.notes}/new?kind=recount`)).text()
    for (const said of ['Tarek Lindhövel', 'Amt bei Zuwendungsgeber', 'Wer war befangen?']) expect(form).toContain(said)
    const nobody = await gerd(vote.notes, { form: { ...found } })
    expect(await nobody.text()).toContain('Bitte wähle aus, wessen Antwort nicht zählt.')
    const noReason = await gerd(vote.notes, { form: { ...found, seats: [seatOf(vote, 'Tarek')], category: 'mood' } })
    expect(await noReason.text()).toContain('Bitte wähle den Grund.')
  })
})

describe('of a meeting the numbers are put right by those who were there', () => {
  test.each([
    ['same', 'in_force'],
    ['other', 'in_doubt'],
  ])('with the result %s the decision is %s', async (ending, expected) => {
    const report = await en.report('gerd')
    const decision = await en.confirm('swantje', report)
    if (!decision) throw new Error('Not confirmed')
    const notes = `/groups/en/decisions/${decision.id}/notes`
    const numbers = { kind: 'numbers', yes: '8', no: '0', abstain: '1', reason: 'Eine Enthaltung fehlt.' }
    expect((await gerd(notes, { form: numbers })).status).toBe(422)
    expect((await gerd(notes, { form: { ...numbers, ending } })).status).toBe(303)
    const [note] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, decision.id))
    await swantje(`${notes}/${note?.id}/signature`, { form: {} })
    expect((await findDecision(w.db, w.groups.en.id, decision.id))?.standing).toBe(expected)
  })
})

test('raised hands that were counted wrongly are counted again by the rules of the round', async () => {
  const proposal = await en.propose('swantje')
  const draft = {
    method: 'majority',
    channel: 'meeting',
    closesAt: inDays(1),
    openedById: w.people.swantje.id,
  } as const
  const round = await change(w.ports, (tx, record) => openRound(tx, record, proposal, draft))
  if (!round) throw new Error('Nobody has a vote')
  const hands = { roundId: round.id, present: 5, yes: 3, no: 2, abstain: 0, enteredById: w.people.fritjof.id }
  await w.db.insert(handCounts).values(hands)
  const count = await en.count('swantje', round)
  if (!count) throw new Error('Not counted')
  const { id } = await en.finalise('fritjof', round, count)
  const notes = `/groups/en/decisions/${id}/notes`
  expect(await (await gerd(`${notes}/new?kind=recount`)).text()).toContain('name="abstain"')
  const form = { kind: 'numbers', yes: '2', no: '2', abstain: '1', reason: 'Eine Hand war eine Enthaltung.' }
  const tooMany = await gerd(notes, { form: { ...form, yes: '3' } })
  expect([tooMany.status, await tooMany.text()]).toEqual([422, expect.stringContaining('mehr Hände, als Menschen da')])
  expect((await gerd(notes, { form })).status).toBe(303)
  const [note] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.decisionId, id))
  expect(note).toMatchObject({ outcome: 'rejected', isDecisive: true, tally: { yes: 2, no: 2, abstain: 1 } })
  expect((await swantje(`${notes}/${note?.id}/signature`, { form: {} })).status).toBe(303)
  expect((await findDecision(w.db, w.groups.en.id, id))?.standing).toBe('in_doubt')
})

describe('what is counted again', () => {
  test('are answers of this round and no others', async () => {
    const [vote, other] = [
      await voted({ swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'yes', fritjof: 'no' }),
      await voted({ swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'yes', fritjof: 'no' }),
    ]
    for (const seat of [seatOf(other, 'Tarek'), crypto.randomUUID()]) {
      const refused = await gerd(vote.notes, { form: { ...found, seats: [seatOf(vote, 'Tarek'), seat] } })
      expect([refused.status, await refused.text()]).toEqual([
        422,
        expect.stringContaining('Diese Auswahl gibt es hier nicht.'),
      ])
    }
  })

  test('is what holds when the second person signs: a recount made before another one was signed is outdated', async () => {
    const vote = await voted({ swantje: 'yes', gerd: 'yes', tarek: 'yes', bjarne: 'no', fritjof: 'no' })
    const counted = { round: vote.round, count: vote.count }
    const seats = [seatOf(vote, 'Bjarne')]
    const stale = await recount(w.db, vote.decision.id, counted, seats)
    await recounted(vote, 'Tarek')
    const decision = await findDecision(w.db, w.groups.en.id, vote.decision.id)
    if (!decision) throw new Error('No decision')
    const draft = { kind: 'recount', reason: found.reason, ...stale } as const
    const changes = { category: found.category, seats: seats.join(' ') }
    const by = await w.actor('gerd', 'en')
    const note = await change(w.ports, (tx, record) => proposeNote(tx, record, decision, { ...draft, changes }, by))
    expect((await swantje(`${vote.notes}/${note.id}/signature`, { form: {} })).status).toBe(422)
    const [left] = await w.db.select().from(decisionNotes).where(eq(decisionNotes.id, note.id))
    expect(left?.signedAt).toBeNull()
  })
})

test('where silence was consent it is counted again with those who were reached then, whatever mails have done since', async () => {
  await enacted(w, 'en', { circular: { ...initialRules.circular, preset: 'silent', minActive: 1 } })
  const round = await ask(w, { method: 'consent', preset: 'silent' })
  await en.answers(round, { swantje: 'consent', gerd: 'consent', tarek: 'consent', bjarne: 'concern' })
  await hoursPass(w, round, 24 * 14 + 1)
  const fritjof = { roundId: round.id, personId: w.people.fritjof.id, sentAt: new Date() }
  for (const kind of ['half_time', 'last_day', 'confirmed'] as const)
    await w.db
      .insert(roundNotices)
      .values({ ...fritjof, kind })
      .onConflictDoUpdate({
        target: [roundNotices.roundId, roundNotices.personId, roundNotices.kind],
        set: { sentAt: fritjof.sentAt },
      })
  const count = await change(w.ports, (tx, record) => countRound(tx, record, round, null))
  if (!count) throw new Error('Not counted')
  expect(count).toMatchObject({ outcome: 'adopted', reason: 'silent_consent' })
  const decision = await en.finalise('fritjof', round, count)
  await w.db.delete(roundNotices).where(eq(roundNotices.personId, w.people.fritjof.id))
  const seat = (await rollOf(w.db, round.id)).find(({ name }) => name.startsWith('Gerd'))?.id ?? ''
  expect(await recount(w.db, decision.id, { round, count }, [seat])).toMatchObject({
    outcome: 'adopted',
    isDecisive: false,
    tally: { consent: 2, concern: 1, entitled: 4, unreached: 0 },
  })
})
