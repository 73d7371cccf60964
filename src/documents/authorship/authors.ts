import { and, asc, eq, inArray, max, ne, notExists } from 'drizzle-orm'
import { events } from '../../activity/schema.ts'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { type Document, documentAuthors, snapshots } from '../schema.ts'
import { suggestionClients, suggestions } from '../suggestions/schema.ts'

/** One tab of one person in one text. */
export interface Author {
  clientId: number
  id: string
  name: string
  /** Its words are in the text since then; not earlier, even if they were typed offline. */
  since: Date
}

/** The id is one under which something is only proposed: none of it stands in the text. */
const isOnlyProposed = (db: Database) =>
  db
    .select({ id: suggestions.id })
    .from(suggestionClients)
    .innerJoin(suggestions, eq(suggestions.id, suggestionClients.suggestionId))
    .where(
      and(
        eq(suggestionClients.documentId, documentAuthors.documentId),
        eq(suggestionClients.clientId, documentAuthors.clientId),
        ne(suggestions.state, 'accepted'),
      ),
    )

/** Everybody whose client ids are known, in the order in which they came to the text. */
export const authorsOf = (db: Database, documentId: string): Promise<Author[]> =>
  db
    .select({ clientId: documentAuthors.clientId, id: people.id, name: people.name, since: documentAuthors.boundAt })
    .from(documentAuthors)
    .innerJoin(people, eq(people.id, documentAuthors.personId))
    .where(and(eq(documentAuthors.documentId, documentId), notExists(isOnlyProposed(db))))
    .orderBy(asc(documentAuthors.boundAt), asc(documentAuthors.clientId))

/** When each person was last seen writing. A tab may be open for days, so its beginning does not tell. */
export async function lastWritten(db: Database, { id, groupId }: Pick<Document, 'id' | 'groupId'>) {
  const edited = and(eq(events.groupId, groupId), eq(events.kind, 'document.edited'), eq(events.subjectId, id))
  const found = await db
    .select({ id: events.actorId, at: max(events.createdAt) })
    .from(events)
    .where(edited)
    .groupBy(events.actorId)
  return new Map(found.flatMap(({ id, at }) => (id && at ? [[id, at] as const] : [])))
}

/** Where the words come from with which a text began, before anybody wrote in it. */
export type Origin =
  | { kind: 'version'; number: number; title: string }
  | { kind: 'file'; name: string; since: Date }
  | { kind: 'template'; name: string; since: Date }

export async function originOf(db: Database, document: Document): Promise<Origin | null> {
  return document.copiedFromId ? versionIn(db, document.copiedFromId) : beginningOf(db, document)
}

async function versionIn(db: Database, id: string): Promise<Origin | null> {
  const of = { number: snapshots.number, title: snapshots.title }
  const [version] = await db.select(of).from(snapshots).where(eq(snapshots.id, id))
  return version ? { kind: 'version', ...version } : null
}

async function beginningOf(db: Database, { id, groupId, createdAt }: Document): Promise<Origin | null> {
  const [began] = await db
    .select({ kind: events.kind, name: people.name })
    .from(events)
    .innerJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.groupId, groupId),
        eq(events.subjectId, id),
        inArray(events.kind, ['document.imported', 'document.created']),
      ),
    )
  if (!began) return null
  return { kind: began.kind === 'document.imported' ? 'file' : 'template', name: began.name, since: createdAt }
}
