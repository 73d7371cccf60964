import { and, count, desc, eq, gte, isNull, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { countedBallots } from '../../decisions/ballots/schema.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { type UnsignedNote, unsignedNotes } from '../../decisions/register/unsigned.ts'
import { counts, type Round, rounds } from '../../decisions/rounds/schema.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { meetingCitation } from '../../meetings/citation.ts'
import { type ContestedItem, contestedMinutes } from '../../meetings/minutes/model.ts'
import { minutesNotes } from '../../meetings/minutes/schema.ts'
import { meetings } from '../../meetings/schema.ts'

/** A round of the circle in which those who share a seat said different things, so that nothing counted for it. */
export interface ContestedSeats {
  round: Pick<Round, 'id' | 'title'>
  countedAt: Date
  seats: number
}

/** What was proposed to put right in approved minutes and waits for the second who signed them. */
export interface UnsignedMinutes {
  meeting: { id: string; cited: string }
  proposer: string
  createdAt: Date
}

export interface Exceptions {
  minutes: ContestedItem[]
  unsignedMinutes: UnsignedMinutes[]
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

async function unsignedMinutes(db: Database, circleId: string): Promise<UnsignedMinutes[]> {
  const rows = await db
    .select({ note: minutesNotes, number: meetings.number, prefix: groups.prefix, proposer: people.name })
    .from(minutesNotes)
    .innerJoin(meetings, eq(meetings.id, minutesNotes.meetingId))
    .innerJoin(groups, eq(groups.id, meetings.groupId))
    .innerJoin(people, eq(people.id, minutesNotes.firstPersonId))
    .where(and(eq(meetings.groupId, circleId), isNull(minutesNotes.signedAt), isNull(minutesNotes.discardedAt)))
    .orderBy(minutesNotes.createdAt)
    .limit(shown)
  return rows.map(({ note: { meetingId: id, createdAt }, prefix, number, proposer }) => ({
    ...{ proposer, createdAt },
    meeting: { id, cited: meetingCitation(prefix, number) },
  }))
}

/** What is in dispute around the circle, and what only one of two has signed (`DOMAIN.md 5.1`). */
export async function exceptionsOf(db: Database, circleId: string, now: Date): Promise<Exceptions> {
  const [minutes, seats, corrections, unsigned] = await Promise.all([
    contestedMinutes(db, circleId),
    contestedSeats(db, circleId, now),
    unsignedNotes(db, [circleId]),
    unsignedMinutes(db, circleId),
  ])
  return { minutes, seats, corrections, unsignedMinutes: unsigned }
}
