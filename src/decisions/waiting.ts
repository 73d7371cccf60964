import { and, asc, eq, exists, inArray, isNotNull, isNull, not, or } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Actor } from '../groups/actor.ts'
import { type Group, groups } from '../groups/schema.ts'
import { seatHasAnswered, seatIsContested } from './ballots/standing.ts'
import { officersOf } from './officers.ts'
import { finalOutcomes } from './outcomes.ts'
import { hasEnded, mayConfirm, mayCount, mayFinalise } from './policy.ts'
import { openRecordsIn, type RecordEntry } from './records/reporting.ts'
import { decisions } from './register/schema.ts'
import { closesAt, hasBegun, isOver } from './rounds/closing-time.ts'
import { openRounds, type RoundEntry, roundEntries } from './rounds/entries.ts'
import { counts, type Round, rounds } from './rounds/schema.ts'
import { recusals, seatHolders, seatLosses, seats } from './seats/schema.ts'

/** A seat of the round that this person may answer for, and nobody has, or with those who share it they differ. */
const unansweredBy = (db: Database, personId: string) =>
  db
    .select({ id: seats.id })
    .from(seatHolders)
    .innerJoin(seats, eq(seats.id, seatHolders.seatId))
    .leftJoin(seatLosses, eq(seatLosses.seatId, seats.id))
    .leftJoin(recusals, eq(recusals.seatId, seats.id))
    .where(
      and(
        eq(seatHolders.personId, personId),
        eq(seatHolders.roundId, rounds.id),
        isNull(seatLosses.seatId),
        isNull(recusals.seatId),
        or(not(seatHasAnswered), and(eq(seatHolders.rank, 'principal'), seatIsContested)),
      ),
    )

/** Rounds that are open now in which nobody has answered for a seat of this person, the next to close on top. */
export const roundsAwaiting = (db: Database, personId: string): Promise<{ round: Pick<Round, 'id'>; group: Group }[]> =>
  db
    .select({ round: { id: rounds.id }, group: groups })
    .from(rounds)
    .innerJoin(groups, eq(groups.id, rounds.groupId))
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .where(and(isNull(counts.roundId), not(isOver), hasBegun, exists(unansweredBy(db, personId))))
    .orderBy(asc(closesAt))

/** Rounds of the actor's group that wait to be counted by this actor; those of a meeting do so only in the end. */
export const roundsToCount = async (db: Database, actor: Actor): Promise<RoundEntry[]> =>
  (await openRounds(db, actor.group.id)).filter((round) => mayCount(actor, round) && hasEnded(round))

/** Results of the actor's group that wait for a second person, if this actor can be that person. */
export async function countsAwaitingSecond(db: Database, actor: Actor): Promise<RoundEntry[]> {
  const counted = await unestablished(db, actor.group.id)
  const officers = counted.length > 0 ? await officersOf(db, actor.group.id) : []
  return counted.filter((round) => mayFinalise(actor, round, officers))
}

/** Counted with a result, but nobody has confirmed it yet. */
export const unestablished = (db: Database, groupId: string): Promise<RoundEntry[]> =>
  roundEntries(
    db,
    and(
      eq(rounds.groupId, groupId),
      isNotNull(counts.roundId),
      inArray(counts.outcome, finalOutcomes),
      isNull(decisions.id),
    ),
    asc(counts.createdAt),
  )

/** Reports of the actors' groups that each of them can confirm there: asked for over all groups at once. */
export async function recordsAwaiting(
  db: Database,
  actors: readonly Actor[],
): Promise<(RecordEntry & { group: Group })[]> {
  const reported = await openRecordsIn(
    db,
    actors.map(({ group }) => group.id),
  )
  const awaiting = actors.map(async (actor) => {
    const { group } = actor
    const here = reported.filter(({ record }) => record.groupId === group.id)
    const officers = here.length > 0 ? await officersOf(db, group.id) : []
    return here.filter((entry) => mayConfirm(actor, entry, officers)).map((entry) => ({ ...entry, group }))
  })
  return (await Promise.all(awaiting)).flat()
}
