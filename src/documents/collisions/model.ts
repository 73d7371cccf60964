import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { people } from '../../identity/schema.ts'
import { type Document, documentAuthors, documentCollisions } from '../schema.ts'
import type { CollisionForm } from './forms.ts'

type Subject = Pick<Document, 'id' | 'groupId' | 'title'>

export type Collision = typeof documentCollisions.$inferSelect

const others = alias(people, 'others')

const isOpen = (documentId: string) =>
  and(eq(documentCollisions.documentId, documentId), isNull(documentCollisions.settledAt))

/** Sentences of a text that wait for a decision, oldest first, with the names of both sides. */
export async function openCollisions(db: Database, documentId: string) {
  const found = await db
    .select({ collision: documentCollisions, person: people.name, other: others.name })
    .from(documentCollisions)
    .innerJoin(people, eq(people.id, documentCollisions.personId))
    .leftJoin(others, eq(others.id, documentCollisions.otherId))
    .where(isOpen(documentId))
    .orderBy(asc(documentCollisions.createdAt), asc(documentCollisions.id))
  return found.map(({ collision, person, other }) => ({ ...collision, person, other }))
}

export type OpenCollision = Awaited<ReturnType<typeof openCollisions>>[number]

export const countOpenCollisions = (db: Database, documentId: string): Promise<number> =>
  db.$count(documentCollisions, isOpen(documentId))

export async function findCollision(db: Database, documentId: string, id: string): Promise<Collision | undefined> {
  const ofText = and(eq(documentCollisions.documentId, documentId), eq(documentCollisions.id, id))
  const [found] = await db.select().from(documentCollisions).where(ofText)
  return found
}

/** More than that nobody decides one by one. */
const mostAtOnce = 100

/** The tab that came back may tell it twice. */
async function isKnown(tx: Database, documentId: string, personId: string, told: CollisionForm): Promise<boolean> {
  const { before, mine, theirs } = documentCollisions
  const same = and(
    isOpen(documentId),
    eq(documentCollisions.personId, personId),
    eq(before, told.before),
    eq(mine, told.mine),
    eq(theirs, told.theirs),
  )
  return (await tx.$count(documentCollisions, same)) > 0
}

/** Only somebody who has written in this text can be the other one. */
async function authorOf(tx: Database, documentId: string, personId: string | undefined): Promise<string | null> {
  if (!personId) return null
  const wrote = and(eq(documentAuthors.documentId, documentId), eq(documentAuthors.personId, personId))
  return (await tx.$count(documentAuthors, wrote)) > 0 ? personId : null
}

/** A sentence that this person changed without connection and somebody else meanwhile (`DOMAIN.md A6`). */
export async function pointOut(
  tx: Database,
  record: RecordEvent,
  { id: documentId, groupId, title }: Subject,
  { person }: Pick<Actor, 'person'>,
  told: CollisionForm,
): Promise<void> {
  if (await isKnown(tx, documentId, person.id, told)) return
  if ((await countOpenCollisions(tx, documentId)) >= mostAtOnce) return
  const { before, mine, theirs, position } = told
  const otherId = await authorOf(tx, documentId, told.other)
  await tx
    .insert(documentCollisions)
    .values({ documentId, personId: person.id, otherId, before, mine, theirs, position })
  await record({ kind: 'document.collided', groupId, actorId: person.id, subjectId: documentId, facts: { title } })
}

/** Decided by people; what stands in the text is not touched by it. */
export async function settle(
  tx: Database,
  record: RecordEvent,
  { id: documentId, groupId, title }: Subject,
  { person }: Pick<Actor, 'person'>,
  { id }: Pick<Collision, 'id'>,
): Promise<void> {
  const [settled] = await tx
    .update(documentCollisions)
    .set({ settledById: person.id, settledAt: sql`now()` })
    .where(and(isOpen(documentId), eq(documentCollisions.id, id)))
    .returning()
  if (!settled) return
  const facts = { title, consequence: 'settled' }
  await record({ kind: 'document.settled', groupId, actorId: person.id, subjectId: documentId, facts })
}
