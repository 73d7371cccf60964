import { asc, eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { addDays, dayOf, endOfDay } from '../../web/days.ts'
import { only } from '../only.ts'
import { holdRound } from './casting.ts'
import { closesAt } from './closing-time.ts'
import { callFor } from './notices/calling.ts'
import { longest } from './period.ts'
import { type Round, roundExtensions, rounds } from './schema.ts'

export type Extension = typeof roundExtensions.$inferSelect

export const extensionsOf = (db: Database, roundId: string): Promise<Extension[]> =>
  db.select().from(roundExtensions).where(eq(roundExtensions.roundId, roundId)).orderBy(asc(roundExtensions.number))

/** How often the rules of this round let it end later. */
export const extensionsAllowed = ({ rules }: Pick<Round, 'rules'>) => rules.circular.maxExtensions

interface ExtensionDraft {
  closesAt: Date
  reason: string
  actorId: string
}

/** Asked when the round is held: whoever had to wait for that until the end had come is too late. */
const endOfRound = async (tx: Database, { id }: Round) =>
  only(
    await tx
      .select({ end: closesAt, hasCome: sql<boolean>`${closesAt} <= clock_timestamp()` })
      .from(rounds)
      .where(eq(rounds.id, id)),
  )

/** Further ahead than a year nothing is asked. */
const isTooFar = (end: Date, now: Date) => end > endOfDay(addDays(dayOf(now), longest))

/** Announced before the end has come, by the clock of the database; never shorter (`DOMAIN.md 4.8`). */
export async function extendRound(
  tx: Database,
  record: RecordEvent,
  round: Round,
  draft: ExtensionDraft,
): Promise<'extended' | 'over' | 'used_up' | 'not_later' | 'too_far'> {
  const { count } = await holdRound(tx, round.id)
  const { end, hasCome } = await endOfRound(tx, round)
  if (hasCome || count) return 'over'
  const earlier = await extensionsOf(tx, round.id)
  if (earlier.length >= extensionsAllowed(round)) return 'used_up'
  if (draft.closesAt <= end) return 'not_later'
  if (isTooFar(draft.closesAt, new Date())) return 'too_far'
  const { closesAt: later, reason, actorId } = draft
  const row = { roundId: round.id, number: earlier.length + 1, closesAt: later, reason, extendedById: actorId }
  await tx.insert(roundExtensions).values(row)
  await callFor(tx, round.id, 'extension')
  const { groupId, id: subjectId, title } = round
  await record({ kind: 'round.extended', groupId, actorId, subjectId, facts: { title } })
  return 'extended'
}
