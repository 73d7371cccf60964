import { and, eq } from 'drizzle-orm'
import { isInVersion } from '../../documents/attachments/in-versions.ts'
import type { SentPicture } from '../../documents/attachments/looking.ts'
import { attachmentPlaces } from '../../documents/attachments/schema.ts'
import { snapshots } from '../../documents/schema.ts'
import { isMember } from '../../groups/actor.ts'
import { referrals } from '../schema.ts'

/** What was sent to a group its members see whole, in the referral and in what they decide about it (`DOMAIN.md 3.4`). */
export const sentPicture: SentPicture = async (db, actor, id) => {
  if (!isMember(actor)) return null
  const versions = await db
    .select({ documentId: snapshots.documentId, groupId: snapshots.groupId, content: snapshots.content })
    .from(referrals)
    .innerJoin(snapshots, eq(snapshots.id, referrals.snapshotId))
    .innerJoin(attachmentPlaces, eq(attachmentPlaces.documentId, snapshots.documentId))
    .where(and(eq(referrals.toId, actor.group.id), eq(attachmentPlaces.attachmentId, id)))
  for (const version of versions) {
    if (await isInVersion(db, version, id)) return version.groupId
  }
  return null
}
