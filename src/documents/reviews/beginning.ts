import { and, eq, isNull, max, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Document } from '../schema.ts'
import type { MatterOf } from '../stages/matter.ts'
import { mayBeginReview } from '../stages/policy.ts'
import { holdPaper, settleStage } from '../stages/settling.ts'
import { freeze } from '../versions/freezing.ts'
import { documentReviews, type Review, reviewReaders } from './schema.ts'

type Paper = Pick<Document, 'id' | 'groupId' | 'title'>

export interface Wish {
  until: string
  note: string
  readerIds: string[]
  /** What the frozen version is called, in the language of who begins. */
  called: (number: number) => string
}

/**
 * Freezes the draft and asks people to read it (`DOMAIN.md 3.5`). Of two who begin at once one does; the other gets
 * null, as whoever comes when the text is no longer a draft.
 */
export async function beginReview(
  tx: Database,
  record: RecordEvent,
  paper: Paper,
  actor: Actor,
  { until, note, readerIds, called }: Wish,
  matterOf: MatterOf,
): Promise<Review | null> {
  const held = await holdPaper(tx, paper)
  if (!held || !mayBeginReview(actor, held)) return null
  const number = await nextNumber(tx, paper)
  const { id: snapshotId } = await freeze(tx, record, paper, actor, called(number))
  const facts = { documentId: paper.id, groupId: paper.groupId, number, snapshotId, until, note }
  const [review] = await tx
    .insert(documentReviews)
    .values({ ...facts, startedById: actor.person.id })
    .returning()
  if (!review) throw new Error('a review was not stored')
  const readers = [...new Set(readerIds)].filter((id) => id !== actor.person.id)
  if (readers.length > 0)
    await tx.insert(reviewReaders).values(readers.map((personId) => ({ reviewId: review.id, personId })))
  await settleStage(tx, paper, matterOf)
  await tell(record, 'review.begun', paper, actor, number)
  return review
}

async function nextNumber(tx: Database, { id }: Paper): Promise<number> {
  const [last] = await tx
    .select({ number: max(documentReviews.number) })
    .from(documentReviews)
    .where(eq(documentReviews.documentId, id))
  return (last?.number ?? 0) + 1
}

/** Back to the draft. Whoever comes second finds it ended. */
export async function endReview(
  tx: Database,
  record: RecordEvent,
  paper: Paper,
  actor: Actor,
  review: Pick<Review, 'id' | 'number'>,
  matterOf: MatterOf,
): Promise<void> {
  await holdPaper(tx, paper)
  const ended = await tx
    .update(documentReviews)
    .set({ endedAt: sql`now()`, endedById: actor.person.id })
    .where(and(eq(documentReviews.id, review.id), isNull(documentReviews.endedAt)))
    .returning({ id: documentReviews.id })
  if (ended.length === 0) return
  await settleStage(tx, paper, matterOf)
  await tell(record, 'review.ended', paper, actor, review.number)
}

/** Somebody who was asked says that they have read it. */
export async function tellRead(
  tx: Database,
  record: RecordEvent,
  paper: Paper,
  actor: Actor,
  review: Pick<Review, 'id' | 'number'>,
): Promise<void> {
  const told = await tx
    .update(reviewReaders)
    .set({ readAt: sql`now()` })
    .where(
      and(
        eq(reviewReaders.reviewId, review.id),
        eq(reviewReaders.personId, actor.person.id),
        isNull(reviewReaders.readAt),
      ),
    )
    .returning({ personId: reviewReaders.personId })
  if (told.length > 0) await tell(record, 'review.read', paper, actor, review.number)
}

const tell = (
  record: RecordEvent,
  kind: 'review.begun' | 'review.ended' | 'review.read',
  { id, groupId, title }: Paper,
  { person }: Actor,
  number: number,
) => record({ kind, groupId, actorId: person.id, subjectId: id, facts: { title, number: String(number) } })
