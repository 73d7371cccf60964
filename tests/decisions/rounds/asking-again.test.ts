import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import type { Choice } from '#src/decisions/ballots/schema.ts'
import { neverSent } from '#src/decisions/paper-stage.ts'
import { rework } from '#src/decisions/proposals/reworking.ts'
import type { Proposal } from '#src/decisions/proposals/schema.ts'
import { cancelRound } from '#src/decisions/rounds/cancelling.ts'
import { findRound } from '#src/decisions/rounds/entries.ts'
import { leadingOf } from '#src/decisions/rounds/leading.ts'
import { tryToOpen } from '#src/decisions/rounds/opening.ts'
import { followUps, type Round } from '#src/decisions/rounds/schema.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { paths } from '#src/paths.ts'
import { dayOf } from '#src/web/days.ts'
import { enacted } from '../../support/enacted.ts'
import { type World, world } from '../../support/world.ts'
import { type Deciding, deciding, heat, inDays } from '../setting.ts'
import { hoursPass } from './setting.ts'

let w: World
let en: Deciding

beforeAll(async () => {
  w = await world({ quiet: true })
  en = deciding(w)
})

type Answers = Partial<Record<PersonKey, Choice>>

async function ended(method: Round['method'], answers: Answers, outcome: string) {
  const proposal = await en.propose('gerd')
  const round = await en.open(proposal, method)
  for (const [by, choice] of Object.entries(answers)) await en.answer(by as PersonKey, round, choice, 'Schadet uns.')
  await hoursPass(w, round, 24 * 14 + 1)
  expect(await en.count('swantje', round)).toMatchObject({ outcome })
  return { proposal, round }
}

const openAgain = (proposal: Proposal) =>
  change(w.ports, (tx, record) =>
    tryToOpen(tx, record, proposal, { method: 'majority', closesAt: inDays(7), openedById: w.people.swantje.id }),
  )

async function offered(round: Round) {
  const entry = await findRound(w.db, w.groups.en.id, round.id)
  if (!entry) throw new Error('No round')
  return (await leadingOf(w.db, await w.actor('swantje', 'en'), entry, [])).may.followUp
}

const chosenFor = async ({ id }: Round) => (await w.db.select().from(followUps).where(eq(followUps.roundId, id)))[0]

const consensus = (last: Choice): Answers => ({
  ...{ gerd: 'support', swantje: 'support', tarek: 'support', bjarne: 'support' },
  fritjof: last,
})

const dissent: Answers = {
  ...{ gerd: 'support', swantje: 'support', tarek: 'serious_concerns', bjarne: 'serious_concerns' },
  fritjof: 'stand_aside',
}

const objection: Answers = {
  ...{ gerd: 'consent', swantje: 'consent', tarek: 'consent', bjarne: 'consent' },
  fritjof: 'objection',
}

describe('the same words', () => {
  test.each([
    ['one person blocked them', 'consensus', consensus('block'), 'blocked'],
    ['too many had doubts', 'consensus', dissent, 'no_consensus'],
    ['an objection is open', 'consent', objection, 'undecided'],
  ] as const)('are not asked about again when %s, until they are changed', async (_why, method, answers, outcome) => {
    const { proposal, round } = await ended(method, answers, outcome)
    expect(await openAgain(proposal)).toEqual({ round: null, why: 'unchanged' })
    expect(await offered(round)).not.toContain('new_round')
    const swantje = await w.as('swantje')
    const form = { kind: 'new_round', note: '' }
    expect((await swantje(paths.followUp(w.groups.en, round), { form })).status).toBe(403)
    const page = await (await swantje(paths.proposal(w.groups.en, proposal))).text()
    expect(page).toContain(outcome === 'undecided' ? 'Zuerst der Einwand.' : 'Zuerst ein anderer Wortlaut.')
    const wish = { actorId: w.people.gerd.id, endsRound: false, sendings: neverSent }
    const words = { ...heat, wording: 'Die AG Energie fragt erst die Stadtwerke.' }
    expect(await change(w.ports, (tx, record) => rework(tx, record, proposal, words, wish))).toBe('done')
    expect(await offered(round)).toContain('new_round')
    expect((await openAgain({ ...proposal, version: 2 })).round?.number).toBe(2)
  })

  test.each([
    ['too few took part', 'consent', { gerd: 'objection' }, 'not_quorate'],
    ['nobody was there to say no', 'majority', { gerd: 'no' }, 'not_quorate'],
  ] as const)('are asked about again when %s', async (_why, method, answers, outcome) => {
    const { proposal, round } = await ended(method, answers, outcome)
    expect(await offered(round)).toContain('new_round')
    expect((await openAgain(proposal)).round?.number).toBe(2)
  })

  test('are asked about again after a round with a wrong roll, whatever was objected in it', async () => {
    const proposal = await en.propose('gerd')
    const round = await en.open(proposal)
    await en.answers(round, objection)
    const by = { reason: 'Gerd fehlt auf der Liste.', actorId: w.people.swantje.id }
    await change(w.ports, (tx, record) => cancelRound(tx, record, round, by))
    expect(await offered(round)).toContain('new_round')
    expect((await openAgain(proposal)).round?.number).toBe(2)
  })
})

describe('after a consensus with too much dissent', () => {
  const choose = async (round: Round, kind: string) =>
    (await (await w.as('swantje'))(paths.followUp(w.groups.en, round), { form: { kind, note: '' } })).status
  const openBy = (proposal: Proposal, method: Round['method']) =>
    change(w.ports, (tx, record) =>
      tryToOpen(tx, record, proposal, { method, closesAt: inDays(7), openedById: w.people.swantje.id }),
    )

  test('a small group tries first, then a majority decides on the same words where the rules named that before', async () => {
    await enacted(w, 'en', { fallback: 'majority' })
    const { proposal, round } = await ended('consensus', dissent, 'no_consensus')
    const swantje = await w.as('swantje')
    const page = async () => (await swantje(paths.proposal(w.groups.en, proposal))).text()
    const asked = await (await swantje(paths.round(w.groups.en, round))).text()
    expect(asked).toContain('darf in einer neuen Runde die Mehrheit entscheiden')
    expect(await openBy(proposal, 'majority')).toEqual({ round: null, why: 'unchanged' })
    expect(await page()).toContain('darf nach euren Regeln die Mehrheit entscheiden')
    expect(await choose(round, 'small_group')).toBe(303)
    expect(await choose(round, 'new_round')).toBe(403)
    expect(await openBy(proposal, 'consensus')).toEqual({ round: null, why: 'unchanged' })
    const shown = await page()
    expect(shown).toContain('Jetzt darf die Mehrheit entscheiden.')
    expect(shown).not.toContain('value="consensus"')
    const form = { method: 'majority', closesOn: dayOf(inDays(7)), version: 1 }
    const opened = await swantje(paths.rounds(w.groups.en, proposal), { form })
    expect(opened.headers.get('location')).toContain('/rounds/')
    expect(await choose(round, 'postponed')).toBe(303)
    expect((await chosenFor(round))?.kind).toBe('small_group')
  })

  test('a majority that came to nothing does not bring the first method back', async () => {
    await enacted(w, 'en', { fallback: 'majority' })
    const { proposal, round } = await ended('consensus', dissent, 'no_consensus')
    expect(await choose(round, 'next_meeting')).toBe(303)
    const { round: fallback } = await openBy(proposal, 'majority')
    if (!fallback) throw new Error('Not opened')
    await en.answer('gerd', fallback, 'no')
    await hoursPass(w, fallback, 24 * 14 + 1)
    expect(await en.count('swantje', fallback)).toMatchObject({ outcome: 'not_quorate' })
    for (const method of ['consensus', 'consent'] as const)
      expect(await openBy(proposal, method)).toEqual({ round: null, why: 'unchanged' })
    expect(await offered(fallback)).toContain('new_round')
    expect(await choose(fallback, 'new_round')).toBe(303)
    expect((await openBy(proposal, 'majority')).round?.number).toBe(3)
  })

  test('to put it off is not to look for a solution', async () => {
    await enacted(w, 'en', { fallback: 'majority' })
    const { proposal, round } = await ended('consensus', dissent, 'no_consensus')
    expect(await choose(round, 'postponed')).toBe(303)
    expect(await openBy(proposal, 'majority')).toEqual({ round: null, why: 'unchanged' })
    expect(await choose(round, 'next_meeting')).toBe(303)
    expect((await openBy(proposal, 'majority')).round?.number).toBe(2)
  })

  test('a group that decides by majority no more is not told that it could', async () => {
    const before = await enacted(w, 'en', { fallback: 'majority' })
    const { proposal, round } = await ended('consensus', dissent, 'no_consensus')
    const page = async () => (await (await w.as('swantje'))(paths.proposal(w.groups.en, proposal))).text()
    const without = before.allowedMethods.filter((method) => method !== 'majority')
    await enacted(w, 'en', { allowedMethods: without, defaultMethod: 'consent', fallback: 'none' })
    expect(await page()).not.toContain('darf nach euren Regeln die Mehrheit entscheiden')
    expect(await choose(round, 'small_group')).toBe(303)
    const shown = await page()
    expect(shown).not.toContain('Jetzt darf die Mehrheit entscheiden.')
    expect(shown).not.toContain('id="open-round"')
    expect(shown).toContain('Zuerst ein anderer Wortlaut.')
    await enacted(w, 'en', { allowedMethods: before.allowedMethods, defaultMethod: before.defaultMethod })
  })

  test('a veto is not voted down', async () => {
    await enacted(w, 'en', { fallback: 'majority' })
    const { proposal, round } = await ended('consensus', consensus('block'), 'blocked')
    expect(await choose(round, 'small_group')).toBe(303)
    expect(await openBy(proposal, 'majority')).toEqual({ round: null, why: 'unchanged' })
  })

  test('rules that name it only afterwards come too late for it', async () => {
    await enacted(w, 'en', { fallback: 'none' })
    const { proposal, round } = await ended('consensus', dissent, 'no_consensus')
    await enacted(w, 'en', { fallback: 'majority' })
    expect(await choose(round, 'small_group')).toBe(303)
    expect(await openBy(proposal, 'majority')).toEqual({ round: null, why: 'unchanged' })
  })
})

test('how it goes on is not said any more once the proposal was taken back', async () => {
  const { proposal, round } = await ended('majority', { gerd: 'no' }, 'not_quorate')
  const [swantje, gerd] = [await w.as('swantje'), await w.as('gerd')]
  const page = async () => (await swantje(paths.round(w.groups.en, round))).text()
  expect(await page()).toContain('Wie wollt ihr weitermachen?')
  expect((await gerd(paths.proposalWithdrawal(w.groups.en, proposal), { form: { reason: 'Erledigt.' } })).status).toBe(
    303,
  )
  expect(await page()).not.toContain('Wie es weitergeht')
  const form = { kind: 'next_meeting', note: '' }
  const late = await swantje(paths.followUp(w.groups.en, round), { form })
  expect([late.status, late.headers.get('location')]).toEqual([303, paths.round(w.groups.en, round)])
  expect(await chosenFor(round)).toBeUndefined()
})

test('how it is found changes while everybody is asked, and the round goes on', async () => {
  const proposal = await en.propose('gerd')
  const round = await en.open(proposal)
  const wish = { actorId: w.people.swantje.id, endsRound: false, sendings: neverSent }
  const marked = { ...heat, summary: 'Wir lassen ein Wärmenetz prüfen.', topics: ['Wärme'] }
  expect(await change(w.ports, (tx, record) => rework(tx, record, proposal, marked, wish))).toBe('done')
  expect(await en.answer('gerd', round, 'consent')).toBe('cast')
})
