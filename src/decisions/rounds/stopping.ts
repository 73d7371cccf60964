import { asc, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { readRules } from '../../groups/rules.ts'
import { people } from '../../identity/schema.ts'
import { procedureObjections } from '../ballots/schema.ts'
import { isStopped } from '../counting/circular.ts'
import { neverSent } from '../paper-stage.ts'
import { placesOf } from '../seats/places.ts'
import { holdRound } from './casting.ts'
import { countRound } from './closing.ts'
import type { Round } from './schema.ts'

export interface Stop {
  personId: string
  name: string
  reason: string
  createdAt: Date
}

/** Who wants a meeting instead; it is about the way of deciding, so it need not be hidden. */
export const stopsOf = (db: Database, roundId: string): Promise<Stop[]> =>
  db
    .select({
      personId: people.id,
      name: people.name,
      reason: procedureObjections.reason,
      createdAt: procedureObjections.createdAt,
    })
    .from(procedureObjections)
    .innerJoin(people, eq(people.id, procedureObjections.raisedById))
    .where(eq(procedureObjections.roundId, roundId))
    .orderBy(asc(procedureObjections.createdAt))

interface Objecting {
  personId: string
  reason: string
}

/**
 * "Not by circular, please in a meeting": as soon as enough seats say so the round ends and goes to the next meeting
 * (`DOMAIN.md 4.8`). Each seat once, for all that its holder may answer for.
 */
export async function demandMeeting(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { personId, reason }: Objecting,
  sendings = neverSent,
): Promise<'stopped' | 'noted' | 'over' | 'no_seat'> {
  const { isOver, count } = await holdRound(tx, round.id)
  if (isOver || count) return 'over'
  const places = await placesOf(tx, round.id, personId)
  if (places.length === 0) return 'no_seat'
  const rows = places.map(({ seat }) => ({ seatId: seat.id, roundId: round.id, raisedById: personId, reason }))
  await tx.insert(procedureObjections).values(rows).onConflictDoNothing()
  const { groupId, id: subjectId, title } = round
  await record({ kind: 'round.doubted', groupId, actorId: personId, subjectId, facts: { title } })
  const objecting = await tx.$count(procedureObjections, eq(procedureObjections.roundId, round.id))
  if (!isStopped(objecting, readRules(round.rules).circular)) return 'noted'
  await countRound(tx, record, round, null, sendings)
  return 'stopped'
}
