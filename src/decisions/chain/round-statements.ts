import { asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { ballots, countedBallots, ratings } from '../ballots/schema.ts'
import { closesAt } from '../rounds/closing-time.ts'
import { counts, handCounts, roundOptions, rounds, talkNotes } from '../rounds/schema.ts'
import { attendances, recusals, seatHolders, seatLosses, seats } from '../seats/schema.ts'
import { iso, type Plain } from './canonical.ts'
import { contentionsIn } from './contention-statements.ts'
import { digestOf } from './digest.ts'
import { each, one, type Secret } from './statement.ts'

/** What lies behind a decision: the round, its roll, its rules, its answers and what counted. */
export interface Behind {
  plain: Record<string, Plain>
  secrets: Secret[]
}

/** Rules as they were copied: what is filled in when they are read was no part of them, and they may be none at all. */
const { rules, ...columns } = getTableColumns(rounds)
const storedRules = sql<Plain>`${rules}`

const heads = (db: Database, ids: string[]) =>
  db
    .select({ round: columns, rules: storedRules, end: closesAt, count: counts, hands: handCounts, talk: talkNotes })
    .from(rounds)
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .leftJoin(handCounts, eq(handCounts.roundId, rounds.id))
    .leftJoin(talkNotes, eq(talkNotes.roundId, rounds.id))
    .where(inArray(rounds.id, ids))

type Head = Awaited<ReturnType<typeof heads>>[number]

async function rowsOf(db: Database, ids: string[]) {
  const sat = await db.select().from(seats).where(inArray(seats.roundId, ids)).orderBy(asc(seats.id))
  const held = await db.select().from(seatHolders).where(inArray(seatHolders.roundId, ids))
  const said = await db.select().from(ballots).where(inArray(ballots.roundId, ids)).orderBy(asc(ballots.seq))
  const rated = await db.select().from(ratings).where(inArray(ratings.roundId, ids))
  const counted = await db.select().from(countedBallots).where(inArray(countedBallots.roundId, ids))
  const options = await db.select().from(roundOptions).where(inArray(roundOptions.roundId, ids))
  const present = await db.select().from(attendances).where(inArray(attendances.roundId, ids))
  const biased = await db.select().from(recusals).where(inArray(recusals.roundId, ids))
  const lost = await db
    .select({ roundId: seats.roundId, seatId: seats.id, reason: seatLosses.reason })
    .from(seatLosses)
    .innerJoin(seats, eq(seats.id, seatLosses.seatId))
    .where(inArray(seats.roundId, ids))
  const of = <T extends { roundId: string }>(rows: T[]) => Map.groupBy(rows, ({ roundId }) => roundId)
  const asked = {
    sat: of(sat),
    held: of(held),
    options: of(options),
    present: of(present),
    biased: of(biased),
    lost: of(lost),
  }
  return { ...asked, said: of(said), rated: of(rated), counted: of(counted) }
}

type Rows = Awaited<ReturnType<typeof rowsOf>>

const sortedBy = <T>(rows: T[] | undefined, key: (row: T) => string): T[] =>
  [...(rows ?? [])].sort((one, other) => (key(one) < key(other) ? -1 : 1))

const counted = (id: string, { counted }: Rows): Plain =>
  sortedBy(counted.get(id), ({ seatId }) => seatId).map(({ seatId, ballotId, reason }) => [seatId, ballotId, reason])

const roll = (id: string, { sat }: Rows): Plain =>
  (sat.get(id) ?? []).map(({ id: seat, kind, organisationId, sendingGroupId, weight }) => [
    ...[seat, kind, organisationId, sendingGroupId, weight],
  ])

/** Which seats were there, had a conflict of interest, or were taken off the roll: nothing is added once it is counted. */
const marked = (id: string, { present, biased, lost }: Rows): Plain => [
  sortedBy(present.get(id), ({ seatId }) => seatId).map(({ seatId }) => seatId),
  sortedBy(biased.get(id), ({ seatId }) => seatId).map(({ seatId, category }) => [seatId, category]),
  sortedBy(lost.get(id), ({ seatId }) => seatId).map(({ seatId, reason }) => [seatId, reason]),
]

async function plainOf({ round, rules, end, count, hands }: Head, rows: Rows): Promise<Record<string, Plain>> {
  const { number, method, channel, preset, ruleSetVersion } = round
  return {
    ...{ number, method, channel, preset, ruleSetVersion },
    ...{ openedAt: iso(round.openedAt), startsAt: iso(round.startsAt), closesAt: iso(end) },
    rules: await digestOf(rules),
    roll: await digestOf(roll(round.id, rows)),
    counted: await digestOf(counted(round.id, rows)),
    marked: await digestOf(marked(round.id, rows)),
    count: count && { outcome: count.outcome, reason: count.reason, tally: count.tally, chosen: count.chosenId },
    hands: hands && { present: hands.present, yes: hands.yes, no: hands.no, abstain: hands.abstain, void: hands.void },
  }
}

/**
 * What was said for a seat stays when somebody goes; who said it, and in which words, does not. What came too late
 * changes nothing, and may still come when a decision stands.
 */
function answers({ round, end }: Head, { said, rated: resistances }: Rows): Secret[] {
  const inTime = (said.get(round.id) ?? []).filter(({ receivedAt }) => receivedAt < end)
  const byBallot = Map.groupBy(resistances.get(round.id) ?? [], ({ ballotId }) => ballotId)
  const given = each('ballot', inTime, ({ id: key, seatId, rank, choice, receivedAt }) => {
    const rated = (byBallot.get(key) ?? []).map(({ optionId, resistance }) => [optionId, resistance] as const)
    const answer = { seat: seatId, rank, choice, at: iso(receivedAt), ratings: Object.fromEntries(rated) }
    return { key, personId: null, value: answer }
  })
  const by = each('voter', inTime, ({ id: key, castById, enteredById, reason }) => ({
    ...{ key, personId: castById, value: { by: castById, entered: enteredById, reason } },
  }))
  return [...given, ...by]
}

const holders = (id: string, { held }: Rows): Secret[] =>
  each(
    'holder',
    sortedBy(held.get(id), ({ key }) => key),
    ({ key, seatId, personId, rank }) => ({ key, personId, value: { seat: seatId, by: personId, rank } }),
  )

/** That a seat was recused stands among the plain facts; who has said so goes with them. */
const recusedBy = (id: string, { biased }: Rows): Secret[] =>
  each(
    'recusedBy',
    sortedBy(biased.get(id), ({ seatId }) => seatId),
    ({ seatId: key, declaredById: by, proposedById }) => ({ key, personId: by, value: { by, proposed: proposedById } }),
  )

const options = (id: string, { options }: Rows): Secret[] =>
  each(
    'option',
    sortedBy(options.get(id), ({ id: option }) => option),
    (option) => {
      const { id: key, position, title, wording, isPassive } = option
      return { key, personId: null, value: { position, title, wording, isPassive } }
    },
  )

function wordsOf({ round, talk }: Head): Secret[] {
  const { title, wording, rationale, legalBasis, urgency } = round
  const asked = one('round', { title, wording, rationale, legalBasis, urgency })
  return talk ? [asked, one('talk', talk.note), one('talkBy', talk.notedById, talk.notedById)] : [asked]
}

/** Round id → what stands behind the decision that came of it. */
export async function roundsBehind(db: Database, ids: string[]): Promise<Map<string, Behind>> {
  if (ids.length === 0) return new Map()
  const rows = await rowsOf(db, ids)
  const contentions = await contentionsIn(db, ids)
  const made = (await heads(db, ids)).map(async (head): Promise<[string, Behind]> => {
    const { id } = head.round
    const listed = [...options(id, rows), ...holders(id, rows), ...recusedBy(id, rows), ...answers(head, rows)]
    const secrets = [...wordsOf(head), ...listed, ...(contentions.get(id) ?? [])]
    return [id, { plain: await plainOf(head, rows), secrets }]
  })
  return new Map(await Promise.all(made))
}
