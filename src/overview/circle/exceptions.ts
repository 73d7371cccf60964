import { and, count, desc, eq, gte, isNull, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { countedBallots } from '../../decisions/ballots/schema.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { type UnsignedNote, unsignedNotes } from '../../decisions/register/unsigned.ts'
import { counts, type Round, rounds } from '../../decisions/rounds/schema.ts'

/** A round of the circle in which those who share a seat said different things, so that nothing counted for it. */
export interface ContestedSeats {
  round: Pick<Round, 'id' | 'title'>
  countedAt: Date
  seats: number
}

export interface Exceptions {
  seats: ContestedSeats[]
  corrections: UnsignedNote[]
}

/** So long after the count it is still worth a word. */
const remembered = 30 * 86_400_000

const shown = 20

/** Only of rounds that are counted: before, it would say how somebody has answered. */
const contestedSeats = (db: Database, circleId: string, now: Date): Promise<ContestedSeats[]> =>
  db
    .select({ round: { id: rounds.id, title: rounds.title }, countedAt: counts.createdAt, seats: count() })
    .from(countedBallots)
    .innerJoin(counts, eq(counts.roundId, countedBallots.roundId))
    .innerJoin(rounds, eq(rounds.id, countedBallots.roundId))
    .leftJoin(decisions, eq(decisions.roundId, rounds.id))
    .where(
      and(
        eq(rounds.groupId, circleId),
        eq(countedBallots.reason, 'contested'),
        or(isNull(decisions.id), gte(counts.createdAt, new Date(now.getTime() - remembered))),
      ),
    )
    .groupBy(rounds.id, rounds.title, counts.createdAt)
    .orderBy(desc(counts.createdAt))
    .limit(shown)

/** What is in dispute around the circle, and what only one of two has signed (`DOMAIN.md 5.1`). */
export async function exceptionsOf(db: Database, circleId: string, now: Date): Promise<Exceptions> {
  const [seats, corrections] = await Promise.all([contestedSeats(db, circleId, now), unsignedNotes(db, [circleId])])
  return { seats, corrections }
}
