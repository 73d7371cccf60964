import { and, eq, isNull } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Box } from '../ballots/box.ts'
import type { Choice } from '../ballots/schema.ts'
import type { Round } from '../rounds/schema.ts'
import { type Objection, objectionEndings, objections } from './schema.ts'

const openOnes = (tx: Database, roundId: string): Promise<Objection[]> =>
  tx
    .select({
      id: objections.id,
      roundId: objections.roundId,
      ownerId: objections.ownerId,
      reason: objections.reason,
      createdAt: objections.createdAt,
    })
    .from(objections)
    .leftJoin(objectionEndings, eq(objectionEndings.objectionId, objections.id))
    .where(and(eq(objections.roundId, roundId), isNull(objectionEndings.objectionId)))

/** When answers are hidden until the end, objections become things with an owner at the end and not before. */
export async function raiseObjections(
  tx: Database,
  { id: roundId }: Pick<Round, 'id'>,
  { cast }: Pick<Box, 'cast'>,
): Promise<void> {
  const open = new Set((await openOnes(tx, roundId)).map(({ ownerId }) => ownerId))
  const raised = cast
    .filter(({ choice, castById }) => choice === 'objection' && !open.has(castById))
    .map(({ castById: ownerId, reason }) => ({ roundId, ownerId, reason }))
  if (raised.length > 0) await tx.insert(objections).values(raised)
}

/** Where the rules show them at once, an objection is there as soon as it is given, and goes when its owner thinks again. */
export async function followAnswer(
  tx: Database,
  record: RecordEvent,
  round: Round,
  ownerId: string,
  { choice, reason }: { choice: Choice | null; reason: string },
): Promise<void> {
  if (round.method !== 'consent' || round.rules.ballotsVisible !== 'while_open') return
  const open = (await openOnes(tx, round.id)).find((one) => one.ownerId === ownerId)
  if (choice === 'objection' && open?.reason === reason) return
  const about = { groupId: round.groupId, actorId: ownerId, subjectId: round.id, facts: { title: round.title } }
  if (open) {
    const kind = choice === 'concern' ? 'downgraded' : 'withdrawn'
    await tx.insert(objectionEndings).values({ objectionId: open.id, ownerId, kind })
    if (choice !== 'objection') await record({ kind: `objection.${kind}`, ...about })
  }
  if (choice !== 'objection') return
  await tx.insert(objections).values({ roundId: round.id, ownerId, reason })
  await record({ kind: 'objection.raised', ...about })
}
