import { eq, sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { change } from '#src/activity/model.ts'
import { ballots } from '#src/decisions/ballots/schema.ts'
import { endObjection } from '#src/decisions/objections/ending.ts'
import { objectionsTo } from '#src/decisions/objections/entries.ts'
import { objectionEndings, objections } from '#src/decisions/objections/schema.ts'
import { type Proposal, proposals } from '#src/decisions/proposals/schema.ts'
import { type DecisionRecord, records } from '#src/decisions/records/schema.ts'
import { decisions } from '#src/decisions/register/schema.ts'
import { type Count, counts, type Round, rounds } from '#src/decisions/rounds/schema.ts'
import { seatHolders, seatLosses, seats } from '#src/decisions/seats/schema.ts'
import { snapshots } from '#src/documents/schema.ts'
import { type World, world } from '../support/world.ts'
import { answered, type Deciding, deciding, frozenText, heat, inMoments, until } from './setting.ts'

let w: World
let en: Deciding
let round: Round
let count: Count
let report: DecisionRecord
let snapshotId: string

beforeAll(async () => {
  w = await world()
  en = deciding(w)
  snapshotId = (await frozenText(w)).snapshot.id
  round = await answered(en, 'consent', { ...heat, snapshotId })
  const counted = await en.count('swantje', round)
  if (!counted) throw new Error('Not counted')
  count = counted
  await en.finalise('fritjof', round, count)
  report = await en.report('gerd')
  await en.confirm('swantje', report)
})

/** PostgreSQL's own code for what it refused. */
const refusal = async (write: PromiseLike<unknown>): Promise<string> => {
  try {
    await write
    return 'done'
  } catch (error) {
    const cause = error instanceof Error ? error.cause : null
    return cause && typeof cause === 'object' && 'code' in cause ? String(cause.code) : String(error)
  }
}

const restricted = '23001'
const checked = '23514'
const foreign = '23503'

describe('what must never change is refused by the database, whoever asks', () => {
  test.each([
    ['a frozen text', () => w.db.update(snapshots).set({ plainText: 'anders' })],
    ['a frozen text, as a whole', () => w.db.delete(snapshots)],
    ['the wording of a round', () => w.db.update(rounds).set({ wording: 'anders' })],
    ['the closing time of a round', () => w.db.update(rounds).set({ closesAt: new Date() })],
    ['the rules of a round', () => w.db.update(rounds).set({ ruleSetVersion: 9 })],
    ['the roll', () => w.db.update(seats).set({ weight: 3 })],
    ['the roll, by taking a seat away', () => w.db.delete(seats)],
    ['an answer after the count', () => w.db.update(ballots).set({ choice: 'concern' })],
    ['an answer after the count, as a whole', () => w.db.delete(ballots)],
    ['a count', () => w.db.update(counts).set({ outcome: 'rejected' })],
    ['a count, as a whole', () => w.db.delete(counts)],
    ['a decision', () => w.db.update(decisions).set({ wording: 'anders' })],
    ['the number of a decision', () => w.db.update(decisions).set({ number: 77 })],
    ['a decision, as a whole', () => w.db.delete(decisions)],
    ['a report that was confirmed', () => w.db.update(records).set({ discardedAt: new Date() })],
    ['the wording of a report', () => w.db.update(records).set({ wording: 'anders' })],
  ])('%s', async (_what, write) => {
    expect(await refusal(write())).toBe(restricted)
  })

  test('late answers and lost seats stay as they were written', async () => {
    const closesAt = inMoments(300)
    const over = await en.open(await en.propose('swantje'), 'consent', closesAt)
    await until(closesAt)
    await en.answer('gerd', over, 'objection')
    expect(await refusal(w.db.delete(ballots).where(eq(ballots.roundId, over.id)))).toBe(restricted)
    const open = await en.open(await en.propose('swantje'))
    const [seat] = await w.db.select().from(seats).where(eq(seats.roundId, open.id))
    await w.db.insert(seatLosses).values({ seatId: seat?.id ?? '', reason: 'left' })
    expect(await refusal(w.db.delete(seatLosses))).toBe(restricted)
  })

  test('the wording of a proposal while a round about it is open', async () => {
    const proposal = await en.propose('swantje')
    const reworded = (to: Partial<Proposal>) => w.db.update(proposals).set(to).where(eq(proposals.id, proposal.id))
    expect(await refusal(reworded({ title: 'Anders' }))).toBe('done')
    await en.open(proposal)
    expect(await refusal(reworded({ title: 'Noch einmal anders' }))).toBe(restricted)
    expect(await refusal(reworded({ summary: 'So findet man es.' }))).toBe('done')
  })
})

describe('what does not belong into the box is refused by the database (S-75)', () => {
  test('a further answer after the count', async () => {
    const [place] = await w.db.select().from(seatHolders).where(eq(seatHolders.roundId, round.id))
    if (!place) throw new Error('No seat')
    const { seatId, personId: castById } = place
    const ballot = { roundId: round.id, method: round.method, seatId, castById, choice: 'consent' as const }
    expect(await refusal(w.db.insert(ballots).values(ballot))).toBe(restricted)
  })

  test('an answer of another method, of another person, of another round, with another weight', async () => {
    const [open, other] = [await en.open(await en.propose('swantje')), await en.open(await en.propose('swantje'))]
    const [place] = await w.db.select().from(seatHolders).where(eq(seatHolders.roundId, open.id))
    if (!place) throw new Error('No seat')
    const { seatId, personId: castById } = place
    const ballot = { roundId: open.id, method: open.method, seatId, castById }
    const put = (changed: object) => refusal(w.db.insert(ballots).values({ ...ballot, choice: 'consent', ...changed }))
    expect(await put({ choice: 'yes' })).toBe(checked)
    expect(await put({ castById: w.people.nele.id })).toBe(checked)
    expect(await put({ roundId: other.id })).not.toBe('done')
    expect(await put({ choice: 'objection', reason: ' ' })).toBe(checked)
    expect(await put({ rank: 'deputy' })).toBe(checked)
    expect(await put({})).toBe('done')
  })

  test('a seat that comes after the first answer', async () => {
    const open = await en.open(await en.propose('swantje'))
    await en.answer('gerd', open, 'consent')
    const [seat] = await w.db.select().from(seats).where(eq(seats.roundId, open.id))
    expect(await refusal(w.db.insert(seats).values({ roundId: open.id }))).toBe(restricted)
    const holder = { seatId: seat?.id ?? '', roundId: open.id, personId: w.people.nele.id }
    expect(await refusal(w.db.insert(seatHolders).values(holder))).toBe(restricted)
  })

  test('a number twice, a decision without a second person, two decisions of one round', async () => {
    const [decision] = await w.db.select().from(decisions).where(eq(decisions.roundId, round.id))
    if (!decision) throw new Error('No decision')
    const { id: _id, ...copy } = decision
    expect(await refusal(w.db.insert(decisions).values({ ...copy, roundId: null, recordId: report.id }))).toBe('23505')
    expect(await refusal(w.db.insert(decisions).values({ ...copy, number: 50 }))).toBe('23505')
    expect(await refusal(w.db.insert(decisions).values({ ...copy, secondPersonId: copy.firstPersonId }))).toBe(checked)
  })
})

describe('an objection', () => {
  const objected = async () => {
    const against = await en.open(await en.propose('swantje'))
    await en.answer('bjarne', against, 'objection', 'Das gefährdet die Gespräche mit den Betrieben.')
    await en.answers(against, { gerd: 'consent', swantje: 'consent', tarek: 'consent', fritjof: 'consent' })
    const result = await en.count('swantje', against)
    const [objection] = await objectionsTo(w.db, against.proposalId)
    if (!objection) throw new Error('No objection')
    return { against, objection, result }
  }

  test('stops the proposal and belongs to whoever raised it', async () => {
    const { objection, result } = await objected()
    expect(result).toMatchObject({ outcome: 'undecided', reason: 'open_objection', tally: { objections: 1 } })
    expect(objection).toMatchObject({ owner: 'Bjarne Tannrodt', ending: null, roundNumber: 1 })
  })

  test('is ended by its owner alone, even past the product', async () => {
    const { against, objection } = await objected()
    const end = (ownerId: string) =>
      change(w.ports, (tx, record) =>
        endObjection(tx, record, against, objection, { kind: 'withdrawn', note: '', ownerId }),
      )
    expect(await refusal(end(w.people.swantje.id))).toBe(foreign)
    const past = sql`insert into objection_endings (objection_id, owner_id, kind)
      values (${objection.id}, ${w.people.swantje.id}, 'withdrawn')`
    expect(await refusal(w.db.execute(past))).toBe(foreign)
    await end(w.people.bjarne.id)
    await end(w.people.bjarne.id)
    expect((await objectionsTo(w.db, against.proposalId)).map(({ ending }) => ending?.kind)).toEqual(['withdrawn'])
  })

  test('stays readable for good, and so does how it ended', async () => {
    const { against, objection } = await objected()
    const ending = { kind: 'downgraded', note: 'Prüfauftrag statt Verbot', ownerId: w.people.bjarne.id } as const
    await change(w.ports, (tx, record) => endObjection(tx, record, against, objection, ending))
    expect(await refusal(w.db.update(objections).set({ reason: 'anders' }))).toBe(restricted)
    expect(await refusal(w.db.delete(objectionEndings))).toBe(restricted)
  })
})
