import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { prepared } from '../../db/prepared.ts'
import { documentAuthors } from '../schema.ts'

const findAuthors = prepared((db) =>
  db
    .select({ clientId: documentAuthors.clientId, personId: documentAuthors.personId })
    .from(documentAuthors)
    .where(eq(documentAuthors.documentId, sql.placeholder('documentId')))
    .prepare('find_authors'),
)

/** Whose each client id of a text is. */
export async function readAuthors(db: Database, documentId: string): Promise<Map<number, string>> {
  const found = await findAuthors(db).execute({ documentId })
  return new Map(found.map(({ clientId, personId }) => [clientId, personId]))
}

/** Client ids under which this person writes in this document. */
export interface Bound {
  documentId: string
  personId: string
  binds: number[]
}

const keyOf = ({ documentId }: { documentId: string }, clientId: number) => `${documentId} ${clientId}`

/** Binds what is free; whoever comes first has an id for good. Answers of which of these all ids are the person's own. */
export async function bindAuthors<T extends Bound>(tx: Database, wanted: T[]): Promise<Set<T>> {
  const owners = await claim(tx, new Map(wanted.flatMap(rowsOf).reverse()))
  const isOwn = (bound: T) => bound.binds.every((id) => owners.get(keyOf(bound, id)) === bound.personId)
  return new Set(wanted.filter(isOwn))
}

const rowsOf = ({ documentId, personId, binds }: Bound) =>
  binds.map((clientId) => [keyOf({ documentId }, clientId), { documentId, clientId, personId }] as const)

/** A statement takes 65,534 values. */
const rowsAtOnce = 10_000

type Author = Pick<typeof documentAuthors.$inferInsert, 'documentId' | 'clientId' | 'personId'>

/** In one order, so that two processes that bind the same ids wait for each other once and not for ever. */
async function claim(tx: Database, wanted: Map<string, Author>): Promise<Map<string, string>> {
  const rows = [...wanted].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, row]) => row)
  const owners = new Map<string, string>()
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    for (const row of await insert(tx, rows.slice(at, at + rowsAtOnce)))
      owners.set(keyOf(row, row.clientId), row.personId)
  return owners
}

const insert = (tx: Database, rows: Author[]) =>
  tx
    .insert(documentAuthors)
    .values(rows)
    .onConflictDoUpdate({
      target: [documentAuthors.documentId, documentAuthors.clientId],
      // Changes nothing, but only a row that was written is told.
      set: { boundAt: sql`${documentAuthors.boundAt}` },
    })
    .returning()
