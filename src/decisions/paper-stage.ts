import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { documents, snapshots } from '../documents/schema.ts'
import type { MatterOf } from '../documents/stages/matter.ts'
import { settleStage } from '../documents/stages/settling.ts'
import { finalOutcomes } from './outcomes.ts'
import { adoptionsOf } from './register/adoptions.ts'
import { decisions } from './register/schema.ts'
import { counts, rounds } from './rounds/schema.ts'

/** What only higher floors know of a paper. */
export interface Sending {
  /** The circle is asked to adopt it and has not answered. */
  isWaiting: boolean
  /** Something about it lies with the circle, whatever is asked. */
  isOpen: boolean
  returnedAt: Date | null
}

export type Sendings = (tx: Database, documentId: string) => Promise<Sending>

export const neverSent: Sendings = async () => ({ isWaiting: false, isOpen: false, returnedAt: null })

type Paper = { id: string; groupId: string }

async function ownPaper(tx: Database, snapshotId: string, groupId: string): Promise<Paper | null> {
  const [paper] = await tx
    .select({ id: documents.id, groupId: documents.groupId })
    .from(documents)
    .innerJoin(snapshots, eq(snapshots.documentId, documents.id))
    .where(and(eq(snapshots.id, snapshotId), eq(documents.groupId, groupId)))
  return paper ?? null
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
        or(isNull(counts.roundId), inArray(counts.outcome, finalOutcomes)),
      ),
    )
  return open.length > 0
}

/** What the life-cycle of a text has to know of rounds, decisions and sendings. */
export const matterWith =
  (sendings: Sendings): MatterOf =>
  async (tx, paper) => {
    const { isWaiting, isOpen, returnedAt } = await sendings(tx, paper.id)
    return {
      isBeingDecided: await isBeingDecided(tx, paper),
      isWithCircle: isWaiting,
      hasOpenReferral: isOpen,
      returnedAt,
      adoptions: await adoptionsOf(tx, [paper.id]),
    }
  }

/**
 * Only the group's own papers follow its decisions; a referred paper stays with the group that wrote it. Whoever settles
 * holds the paper: two rounds about it that end at once must not each take the other for open.
 */
export async function settlePaper(
  tx: Database,
  { snapshotId, groupId }: { snapshotId: string | null; groupId: string },
  sendings = neverSent,
): Promise<void> {
  const paper = snapshotId && (await ownPaper(tx, snapshotId, groupId))
  if (paper) await settleStage(tx, paper, matterWith(sendings))
}

/** What was adopted by a decision that no longer holds goes on from where it stood, whoever has written it. */
export async function settleAnnulled(tx: Database, decisionIds: string[], sendings = neverSent): Promise<void> {
  if (decisionIds.length === 0) return
  const papers = await tx
    .selectDistinct({ id: documents.id, groupId: documents.groupId })
    .from(documents)
    .innerJoin(snapshots, eq(snapshots.documentId, documents.id))
    .innerJoin(decisions, eq(decisions.snapshotId, snapshots.id))
    .where(inArray(decisions.id, decisionIds))
    .orderBy(documents.id)
  for (const paper of papers) await settleStage(tx, paper, matterWith(sendings))
}
