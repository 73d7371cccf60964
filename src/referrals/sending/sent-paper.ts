import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Sendings, settlePaper } from '../../decisions/paper-stage.ts'
import { snapshots } from '../../documents/schema.ts'
import { groups } from '../../groups/schema.ts'
import { answers, type Referral, referrals } from '../schema.ts'

/** A text that the circle is asked to adopt waits for it; what came back with a draft was returned. */
export const sendings: Sendings = async (tx, documentId) => {
  const sent = await tx
    .select({ request: referrals.request, to: groups.kind, answer: answers })
    .from(referrals)
    .innerJoin(groups, eq(groups.id, referrals.toId))
    .innerJoin(snapshots, eq(snapshots.id, referrals.snapshotId))
    .leftJoin(answers, eq(answers.referralId, referrals.id))
    .where(eq(snapshots.documentId, documentId))
  const returns = sent.flatMap(({ answer }) =>
    answer?.kind === 'returned' && answer.draftId ? [answer.createdAt.getTime()] : [],
  )
  return {
    isWaiting: sent.some(({ request, to, answer }) => to === 'circle' && request === 'adopt' && !answer),
    isOpen: sent.some(({ answer }) => !answer),
    returnedAt: returns.length > 0 ? new Date(Math.max(...returns)) : null,
  }
}

/** Where the sent text stands follows from what the circle does with it (`DOMAIN.md 3.5`). */
export const settleSentPaper = (tx: Database, { snapshotId, fromId }: Pick<Referral, 'snapshotId' | 'fromId'>) =>
  settlePaper(tx, { snapshotId, groupId: fromId }, sendings)
