import { and, desc, eq, isNotNull, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { inForce } from '../../groups/membership.ts'
import { groups, memberships } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { dayOf } from '../../web/days.ts'
import { documentGuests, documents, snapshots } from '../schema.ts'
import { documentReviews, type Review, reviewReaders } from './schema.ts'

export interface Reader {
  id: string
  name: string
  readAt: Date | null
}

/** A round of reading with who was asked and what was read. */
export type ReviewEntry = Review & { startedBy: string; snapshotNumber: number; readers: Reader[] }

/** All of a text, the latest first. */
export async function reviewsOf(db: Database, documentId: string): Promise<ReviewEntry[]> {
  const found = await db
    .select({ review: documentReviews, startedBy: people.name, snapshotNumber: snapshots.number })
    .from(documentReviews)
    .innerJoin(people, eq(people.id, documentReviews.startedById))
    .innerJoin(snapshots, eq(snapshots.id, documentReviews.snapshotId))
    .where(eq(documentReviews.documentId, documentId))
    .orderBy(desc(documentReviews.number))
  const asked = found.length === 0 ? [] : await readersIn(db, documentId)
  return found.map(({ review, ...rest }) => ({
    ...{ ...review, ...rest },
    readers: asked.filter(({ reviewId }) => reviewId === review.id).map(({ reviewId: _, ...reader }) => reader),
  }))
}

const readersIn = (db: Database, documentId: string) =>
  db
    .select({ reviewId: reviewReaders.reviewId, id: people.id, name: people.name, readAt: reviewReaders.readAt })
    .from(reviewReaders)
    .innerJoin(documentReviews, eq(documentReviews.id, reviewReaders.reviewId))
    .innerJoin(people, eq(people.id, reviewReaders.personId))
    .where(eq(documentReviews.documentId, documentId))
    .orderBy(byName(people.name))

export async function findReview(db: Database, documentId: string, id: string): Promise<Review | null> {
  const [review] = await db
    .select()
    .from(documentReviews)
    .where(and(eq(documentReviews.documentId, documentId), eq(documentReviews.id, id)))
  return review ?? null
}

const starters = alias(people, 'starters')

const toRead = (db: Database, personId: string, now: Date) =>
  db
    .select({
      review: documentReviews,
      startedBy: starters.name,
      document: { id: documents.id, title: documents.title },
      group: groups,
    })
    .from(reviewReaders)
    .innerJoin(documentReviews, eq(documentReviews.id, reviewReaders.reviewId))
    .innerJoin(documents, eq(documents.id, documentReviews.documentId))
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .innerJoin(starters, eq(starters.id, documentReviews.startedById))
    .innerJoin(
      memberships,
      and(eq(memberships.groupId, documents.groupId), eq(memberships.personId, personId), inForce(dayOf(now))),
    )
    .leftJoin(documentGuests, and(eq(documentGuests.documentId, documents.id), eq(documentGuests.personId, personId)))
    .where(
      and(
        eq(reviewReaders.personId, personId),
        isNull(reviewReaders.readAt),
        isNull(documentReviews.endedAt),
        or(eq(memberships.standing, 'member'), isNotNull(documentGuests.personId)),
      ),
    )
    .orderBy(documentReviews.until)

/** What somebody is asked to read and has not read yet. */
export type Reading = Awaited<ReturnType<typeof toRead>>[number]

/** Over all groups, what is due first on top; only as long as they may still read the text. */
export const readingsFor = (db: Database, personId: string, now = new Date()): Promise<Reading[]> =>
  toRead(db, personId, now)
