import { and, desc, eq, exists, gt, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import { type Actor, isMember } from '../groups/actor.ts'
import { people } from '../identity/schema.ts'
import { type Document, documentGuests, documents } from './schema.ts'
import { documentWriters } from './versions/schema.ts'
import { documentVisits } from './visits/schema.ts'

/** A document with who wrote last, and with the guests who were invited to it, as the policy needs to know. */
export type Paper = Document & {
  editedBy: string | null
  guestIds: string[]
  /** Those of the guests who may also comment. */
  commentingIds: string[]
}

/** Whether the actor may see it is for the policy to say. */
export async function findDocument(db: Database, groupId: string, id: string): Promise<Paper | null> {
  const [found] = await db
    .select({ document: documents, editedBy: people.name })
    .from(documents)
    .leftJoin(people, eq(people.id, documents.editedById))
    .where(and(eq(documents.groupId, groupId), eq(documents.id, id)))
  return found ? { ...found.document, editedBy: found.editedBy, ...(await guestsOf(db, id)) } : null
}

async function guestsOf(db: Database, documentId: string): Promise<Pick<Paper, 'guestIds' | 'commentingIds'>> {
  const guests = await db.select().from(documentGuests).where(eq(documentGuests.documentId, documentId))
  const commenting = guests.filter(({ mayComment }) => mayComment)
  return { guestIds: guests.map(({ personId }) => personId), commentingIds: commenting.map(({ personId }) => personId) }
}

const findGuests = prepared((db) =>
  db
    .select({
      id: documents.id,
      stage: documents.stage,
      isTemplate: documents.isTemplate,
      guestId: documentGuests.personId,
    })
    .from(documents)
    .leftJoin(documentGuests, eq(documentGuests.documentId, documents.id))
    .where(and(eq(documents.groupId, sql.placeholder('groupId')), eq(documents.id, sql.placeholder('id'))))
    .prepare('find_guests'),
)

/** Only what tells who may read it, and write in it. */
export async function findGuestsOf(
  db: Database,
  groupId: string,
  id: string,
): Promise<Pick<Paper, 'id' | 'guestIds' | 'stage' | 'isTemplate'> | null> {
  const rows = await findGuests(db).execute({ groupId, id })
  const [first] = rows
  if (!first) return null
  const { guestId: _, ...known } = first
  return { ...known, guestIds: rows.flatMap(({ guestId }) => guestId ?? []) }
}

/** The papers of the group that this actor may read, last written on top. */
export const documentEntries = (db: Database, actor: Actor) =>
  db
    .select({
      id: documents.id,
      kind: documents.kind,
      title: documents.title,
      stage: documents.stage,
      isTemplate: documents.isTemplate,
      editedAt: documents.editedAt,
      wordCount: documents.wordCount,
      editedBy: people.name,
      isNews: hasNews(db, actor).mapWith(Boolean),
    })
    .from(documents)
    .leftJoin(people, eq(people.id, documents.editedById))
    .where(and(eq(documents.groupId, actor.group.id), eq(documents.isTemplate, false), readableBy(db, actor)))
    .orderBy(desc(documents.editedAt), desc(documents.id))
    .$dynamic()

export type DocumentEntry = Awaited<ReturnType<typeof documentEntries>>[number]

export const recentDocuments = (db: Database, actor: Actor, limit: number) => documentEntries(db, actor).limit(limit)

/** Others have written in it since this person last looked. */
const hasNews = (db: Database, { person }: Actor): SQL => {
  const isOther = and(eq(documentWriters.documentId, documents.id), ne(documentWriters.personId, person.id))
  const seen = and(eq(documentVisits.documentId, documents.id), eq(documentVisits.personId, person.id))
  return exists(
    db
      .select({ id: documentVisits.documentId })
      .from(documentVisits)
      .innerJoin(documentWriters, isOther)
      .where(and(seen, gt(documentWriters.wroteAt, documentVisits.seenAt))),
  )
}

const readableBy = (db: Database, actor: Actor) => {
  if (isMember(actor)) return undefined
  const invited = and(eq(documentGuests.documentId, documents.id), eq(documentGuests.personId, actor.person.id))
  return exists(db.select({ id: documentGuests.documentId }).from(documentGuests).where(invited))
}
