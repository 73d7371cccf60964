import { asc, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { readRules } from '../../groups/rules.ts'
import { only } from '../only.ts'
import { holdRound } from './casting.ts'
import { closesAt } from './closing-time.ts'
import { callFor } from './notices/calling.ts'
import { type Round, roundExtensions, rounds } from './schema.ts'

export type Extension = typeof roundExtensions.$inferSelect

export const extensionsOf = (db: Database, roundId: string): Promise<Extension[]> =>
  db.select().from(roundExtensions).where(eq(roundExtensions.roundId, roundId)).orderBy(asc(roundExtensions.number))

/** How often the rules of this round let it end later. */
export const extensionsAllowed = ({ rules }: Pick<Round, 'rules'>) => readRules(rules).circular.maxExtensions

interface ExtensionDraft {
  closesAt: Date
  reason: string
  actorId: string
}

const endOfRound = async (tx: Database, { id }: Round) =>
  only(await tx.select({ end: closesAt }).from(rounds).where(eq(rounds.id, id))).end

/** Announced before the end has come, by the clock of the database; never shorter (`DOMAIN.md 4.8`). */
export async function extendRound(
  tx: Database,
  record: RecordEvent,
  round: Round,
  draft: ExtensionDraft,
): Promise<'extended' | 'over' | 'used_up' | 'not_later'> {
  const { isOver, count } = await holdRound(tx, round.id)
  if (isOver || count) return 'over'
  const earlier = await extensionsOf(tx, round.id)
  if (earlier.length >= extensionsAllowed(round)) return 'used_up'
  if (draft.closesAt <= (await endOfRound(tx, round))) return 'not_later'
  const { closesAt: later, reason, actorId } = draft
  const row = { roundId: round.id, number: earlier.length + 1, closesAt: later, reason, extendedById: actorId }
  await tx.insert(roundExtensions).values(row)
  await callFor(tx, round.id, 'extension')
  const { groupId, id: subjectId, title } = round
  await record({ kind: 'round.extended', groupId, actorId, subjectId, facts: { title } })
  return 'extended'
}
