import { and, eq, exists, isNull, not, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { isApproved } from '../approving/model.ts'
import { documentArchivings } from '../archiving/schema.ts'
import { publications, publicationWithdrawals } from '../publications/schema.ts'
import { documentReplacements } from '../replacements/schema.ts'
import { documentReviews } from '../reviews/schema.ts'
import { type Document, type DocumentStage, documents, snapshots } from '../schema.ts'
import { originalId } from '../versions/originals.ts'
import type { Matter, MatterOf } from './matter.ts'
import { type Standing, stageFrom } from './stage.ts'

type Named = Pick<Document, 'id' | 'groupId'>

/** Whatever happens to a text at the same time happens one after the other: each verb judges what it finds behind this. */
export async function holdPaper(tx: Database, { id, groupId }: Named): Promise<Document | null> {
  const [held] = await tx
    .select()
    .from(documents)
    .where(and(eq(documents.id, id), eq(documents.groupId, groupId)))
    .for('no key update')
  return held ?? null
}

/** Follows from what is true, whatever has just begun or ended; nobody sets it by hand. */
export async function settleStage(
  tx: Database,
  paper: Named,
  matterOf: MatterOf,
  settled: readonly string[] = [],
): Promise<DocumentStage | null> {
  if (!(await holdPaper(tx, paper))) return null
  const matter = await matterOf(tx, paper)
  if (matter.isWithCircle || matter.isBeingDecided) await endReview(tx, paper)
  const stage = stageFrom(await standingOf(tx, paper, matter, matterOf))
  if (stage === 'superseded') await endReview(tx, paper)
  await tx.update(documents).set({ stage }).where(eq(documents.id, paper.id))
  for (const older of await replacedBy(tx, paper))
    if (!settled.includes(older.id)) await settleStage(tx, older, matterOf, [...settled, paper.id])
  return stage
}

/** What goes into a decision, or has been replaced, is not read through any more. */
const endReview = (tx: Database, { id }: Named) =>
  tx
    .update(documentReviews)
    .set({ endedAt: sql`now()` })
    .where(and(eq(documentReviews.documentId, id), isNull(documentReviews.endedAt)))

async function standingOf(tx: Database, paper: Named, matter: Matter, matterOf: MatterOf): Promise<Standing> {
  const { id } = paper
  const isOpen = and(eq(documentReviews.documentId, id), isNull(documentReviews.endedAt))
  const [review] = await tx.select({ at: documentReviews.createdAt }).from(documentReviews).where(isOpen)
  const inArchive = and(eq(documentArchivings.documentId, id), isNull(documentArchivings.takenOutAt))
  return {
    matter,
    isApproved: await isApproved(tx, paper),
    isArchived: (await tx.$count(documentArchivings, inArchive)) > 0,
    inReviewSince: review?.at ?? null,
    supersededAt: await supersededAt(tx, paper, matterOf),
    isPublished: await isPublic(tx, matter.adoptions[0]?.originalId),
  }
}

/** A newer text takes its place when it is adopted, a decision at once. */
async function supersededAt(tx: Database, { id, groupId }: Named, matterOf: MatterOf): Promise<Date | null> {
  const [replacement] = await tx
    .select()
    .from(documentReplacements)
    .where(and(eq(documentReplacements.olderId, id), isNull(documentReplacements.takenBackAt)))
  if (!replacement) return null
  const { newerId, createdAt } = replacement
  if (newerId === null) return createdAt
  const adoptedAt = (await matterOf(tx, { id: newerId, groupId })).adoptions[0]?.at
  return adoptedAt ? new Date(Math.max(adoptedAt.getTime(), createdAt.getTime())) : null
}

/** The adopted version, or what was put right in it. */
async function isPublic(tx: Database, adoptedId: string | undefined): Promise<boolean> {
  if (!adoptedId) return false
  const isWithdrawn = exists(
    tx
      .select({ id: publicationWithdrawals.publicationId })
      .from(publicationWithdrawals)
      .where(eq(publicationWithdrawals.publicationId, publications.id)),
  )
  const found = await tx
    .select({ id: publications.id })
    .from(publications)
    .innerJoin(snapshots, eq(snapshots.id, publications.snapshotId))
    .where(and(eq(originalId, adoptedId), not(isWithdrawn)))
  return found.length > 0
}

const replacedBy = (tx: Database, { id }: Named): Promise<Named[]> =>
  tx
    .select({ id: documentReplacements.olderId, groupId: documentReplacements.groupId })
    .from(documentReplacements)
    .where(and(eq(documentReplacements.newerId, id), isNull(documentReplacements.takenBackAt)))
