import { asc, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { readRules } from '../../groups/rules.ts'
import { people } from '../../identity/schema.ts'
import { procedureObjections } from '../ballots/schema.ts'
import { isStopped } from '../counting/circular.ts'
import { neverSent } from '../paper-stage.ts'
import { type Place, placesOf } from '../seats/places.ts'
import { recusals } from '../seats/schema.ts'
import { holdRound, isStillMember } from './casting.ts'
import { countRound } from './closing.ts'
import { seatsObjecting } from './facts.ts'
import type { Round } from './schema.ts'
import { nothingFollows } from './undecided.ts'

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

/** Whoever is recused goes on speaking, but has no say in how it is decided either (`DOMAIN.md 4.1 G9`). */
export async function placesToObject(db: Database, roundId: string, personId: string): Promise<Place[]> {
  const recused = await db.select({ id: recusals.seatId }).from(recusals).where(eq(recusals.roundId, roundId))
  const places = await placesOf(db, roundId, personId)
  return places.filter(({ seat }) => !recused.some(({ id }) => id === seat.id))
}

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
  undecided = nothingFollows,
): Promise<'stopped' | 'noted' | 'over' | 'no_seat'> {
  const { isOver, count } = await holdRound(tx, round.id)
  if (isOver || count) return 'over'
  const places = await placesToObject(tx, round.id, personId)
  if (places.length === 0 || !(await isStillMember(tx, round, personId))) return 'no_seat'
  const rows = places.map(({ seat }) => ({ seatId: seat.id, roundId: round.id, raisedById: personId, reason }))
  const added = await tx.insert(procedureObjections).values(rows).onConflictDoNothing().returning()
  if (added.length === 0) return 'noted'
  const { groupId, id: subjectId, title } = round
  await record({ kind: 'round.doubted', groupId, actorId: personId, subjectId, facts: { title } })
  if (!isStopped(await seatsObjecting(tx, round.id), readRules(round.rules).circular)) return 'noted'
  await countRound(tx, record, round, null, sendings, undecided)
  return 'stopped'
}
