import { and, eq, inArray, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Database } from '../../db/database.ts'
import { prepared } from '../../db/prepared.ts'
import { documentStates, documentUpdates } from '../schema.ts'
import { bindAuthors, readAuthors } from './authors.ts'

/** One accepted change of a text, on its way into the log. */
export interface Change {
  documentId: string
  personId: string
  bytes: Uint8Array
  /** Client ids not yet known to be this person's, to be bound in the same transaction. */
  binds: number[]
}

/**
 * What became of a change. `foreign`: one of its client ids has meanwhile become somebody else's. `unfit`: the database
 * will never take it.
 */
export type Receipt = { seq: number } | { refused: 'foreign' | 'unfit' }

const foreign: Receipt = { refused: 'foreign' }

/** One row of the log of a text. */
export interface LoggedRow {
  seq: number
  personId: string
  bytes: Uint8Array
}

/** What is stored of a text. `generation` counts its compactions; `authors` tells whose each client id is. */
export interface Stored {
  state: Uint8Array | null
  generation: number
  rows: LoggedRow[]
  authors: Map<number, string>
}

/** What Yjs writes for a text in which nothing was ever written: no changes, no deletions. */
export const emptyState: Uint8Array = new Uint8Array([0, 0])

export const merge = (parts: Uint8Array[]): Uint8Array => (parts.length === 0 ? emptyState : Y.mergeUpdates(parts))

export const partsOf = ({ state, rows }: Stored): Uint8Array[] => [
  ...(state ? [state] : []),
  ...rows.map(({ bytes }) => bytes),
]

const findStored = prepared((db) => {
  const documentId = sql.placeholder('documentId')
  const state = db
    .select({
      seq: sql<number | null>`null::bigint`.mapWith(documentUpdates.seq),
      personId: sql<string | null>`null::uuid`,
      bytes: documentStates.bytes,
      generation: documentStates.generation,
    })
    .from(documentStates)
    .where(eq(documentStates.documentId, documentId))
  const { seq, personId, bytes } = documentUpdates
  const rows = db
    .select({ seq, personId, bytes, generation: sql<number>`0` })
    .from(documentUpdates)
    .where(eq(documentUpdates.documentId, documentId))
  return state.unionAll(rows).prepare('find_stored')
})

/**
 * State and log in one statement, thus of one instant. All rows that are there belong to it, whatever their sequence:
 * what a compaction has merged it has also deleted.
 */
export async function readStored(db: Database, documentId: string): Promise<Stored> {
  const found = await findStored(db).execute({ documentId })
  const state = found.find(({ seq }) => seq === null)
  const rows = found.filter((row): row is LoggedRow & typeof row => row.seq !== null)
  rows.sort((one, other) => one.seq - other.seq)
  return {
    state: state?.bytes ?? null,
    generation: state?.generation ?? 0,
    rows: rows.map(({ seq, personId, bytes }) => ({ seq, personId, bytes })),
    // Read after the text, so that it knows the author of each word in it.
    authors: await readAuthors(db, documentId),
  }
}

/** Exactly these rows of the log; those that a compaction has covered are not there any more. */
export async function readRows(db: Database, documentId: string, seqs: number[]): Promise<LoggedRow[]> {
  const { seq, personId, bytes } = documentUpdates
  return db
    .select({ seq, personId, bytes })
    .from(documentUpdates)
    .where(and(eq(documentUpdates.documentId, documentId), inArray(seq, seqs)))
    .orderBy(seq)
}

/** The text as it is stored now: what snapshots, exports and previews are made from, never a room's memory. */
export const currentState = async (db: Database, documentId: string): Promise<Uint8Array> =>
  merge(partsOf(await readStored(db, documentId)))

/**
 * Either all of it is stored or nothing; one statement when nothing is to be bound. Receipts come in the order of the
 * changes. A change may be stored twice, when a commit succeeded and its answer got lost: the same change added to a
 * text again changes nothing, and the next compaction makes one of both.
 */
export async function appendChanges(db: Database, changes: Change[]): Promise<Receipt[]> {
  if (changes.every(({ binds }) => binds.length === 0)) return insertRows(db, changes)
  return db.transaction(async (tx) => {
    const own = await bindAuthors(tx, changes)
    const stored = await insertRows(tx, [...own])
    const receipts = new Map([...own].map((change, index) => [change, stored[index]]))
    return changes.map((change) => receipts.get(change) ?? foreign)
  })
}

const arrayOf = (items: string[]) => `{${items.join()}}`
const hex = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  `"\\\\x${Buffer.from(buffer, byteOffset, byteLength).toString('hex')}"`

/** Always the same statement, however many rows. */
const insertUpdates = prepared((db) => {
  const [documentIds, people, updates] = [
    sql.placeholder('documents'),
    sql.placeholder('people'),
    sql.placeholder('bytes'),
  ]
  const appended = db.$with('appended', { seq: documentUpdates.seq }).as(sql`
    insert into document_updates (document_id, person_id, bytes)
    select d, p, b from unnest(${documentIds}::uuid[], ${people}::uuid[], ${updates}::bytea[]) with ordinality t(d, p, b, n)
    order by n returning seq`)
  return db.with(appended).select().from(appended).prepare('append_changes')
})

async function insertRows(db: Database, changes: Change[]): Promise<{ seq: number }[]> {
  if (changes.length === 0) return []
  const rows = await insertUpdates(db).execute({
    documents: arrayOf(changes.map(({ documentId }) => documentId)),
    people: arrayOf(changes.map(({ personId }) => personId)),
    bytes: arrayOf(changes.map(({ bytes }) => hex(bytes))),
  })
  // Given out in the order of the rows; the order of an answer is promised by nobody.
  return rows.sort((one, other) => one.seq - other.seq)
}
