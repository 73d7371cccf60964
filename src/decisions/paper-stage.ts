import { and, eq, inArray, isNull, max, or } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type DocumentStage, documents, snapshots } from '../documents/schema.ts'
import { markStage } from '../documents/stages.ts'
import { counts, decisions, rounds } from './schema.ts'

/** What only higher floors know of a paper: whether an answer to it is awaited, and when it last came back. */
export type Sendings = (tx: Database, documentId: string) => Promise<{ isWaiting: boolean; returnedAt: Date | null }>

export const neverSent: Sendings = async () => ({ isWaiting: false, returnedAt: null })

type Paper = { id: string; groupId: string }

/** Asked by one after the other: two rounds about a paper that end at once must not each take the other for open. */
async function holdOwnPaper(tx: Database, snapshotId: string, groupId: string): Promise<Paper | null> {
  const [held] = await tx
    .select({ id: documents.id, groupId: documents.groupId })
    .from(documents)
    .innerJoin(snapshots, eq(snapshots.documentId, documents.id))
    .where(and(eq(snapshots.id, snapshotId), eq(documents.groupId, groupId)))
    .for('no key update', { of: documents })
  return held ?? null
}

/** A round of the group about it is not counted yet, or its result still waits for the second person. */
async function isBeingDecided(tx: Database, { id, groupId }: Paper): Promise<boolean> {
  const open = await tx
    .select({ id: rounds.id })
    .from(rounds)
    .innerJoin(snapshots, eq(snapshots.id, rounds.snapshotId))
    .leftJoin(counts, eq(counts.roundId, rounds.id))
    .leftJoin(decisions, eq(decisions.roundId, rounds.id))
    .where(
      and(
        eq(rounds.groupId, groupId),
        eq(snapshots.documentId, id),
        isNull(decisions.id),
        or(isNull(counts.roundId), inArray(counts.outcome, ['adopted', 'rejected'])),
      ),
    )
  return open.length > 0
}

async function lastAdopted(tx: Database, { id }: Paper): Promise<Date | null> {
  const [last] = await tx
    .select({ at: max(decisions.createdAt) })
    .from(decisions)
    .innerJoin(snapshots, eq(snapshots.id, decisions.snapshotId))
    .where(and(eq(snapshots.documentId, id), eq(decisions.outcome, 'adopted')))
  return last?.at ?? null
}

/** Follows from what is true, whichever round or sending has just begun or ended (`DOMAIN.md 3.5`). */
async function stageOf(tx: Database, paper: Paper, sendings: Sendings): Promise<DocumentStage> {
  const { isWaiting, returnedAt } = await sendings(tx, paper.id)
  if (isWaiting || (await isBeingDecided(tx, paper))) return 'in_decision'
  const adoptedAt = await lastAdopted(tx, paper)
  if (returnedAt && (!adoptedAt || adoptedAt < returnedAt)) return 'returned'
  return adoptedAt ? 'adopted' : 'draft'
}

/** Only the group's own papers follow its decisions; a referred paper stays with the group that wrote it. */
export async function settlePaper(
  tx: Database,
  { snapshotId, groupId }: { snapshotId: string | null; groupId: string },
  sendings = neverSent,
): Promise<void> {
  const paper = snapshotId && (await holdOwnPaper(tx, snapshotId, groupId))
  if (paper) await markStage(tx, paper.id, await stageOf(tx, paper, sendings))
}
