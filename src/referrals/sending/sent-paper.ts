import type { Database } from '../../db/database.ts'
import type { DocumentStage } from '../../documents/schema.ts'
import { markStage } from '../../documents/stages.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import type { Referral } from '../schema.ts'

/** Where the sent text stands follows from what the circle does with it (`DOMAIN.md 3.5`). */
export async function markSentPaper(
  tx: Database,
  { snapshotId }: Pick<Referral, 'snapshotId'>,
  stage: DocumentStage,
): Promise<void> {
  const sent = snapshotId && (await snapshotById(tx, snapshotId))
  if (sent) await markStage(tx, sent.documentId, stage)
}
