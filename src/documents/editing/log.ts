import { eq, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Database } from '../../db/database.ts'
import { documentStates, documentUpdates } from '../schema.ts'

/** One accepted change of a text, on its way into the log. */
export interface Change {
  documentId: string
  personId: string
  bytes: Uint8Array
}

/** What is stored of a text: the merged state, if there is one yet, and everything logged since. */
export interface Stored {
  parts: Uint8Array[]
  rows: number
  bytes: number
}

export const emptyState: Uint8Array = Y.encodeStateAsUpdate(new Y.Doc())

export const merge = (parts: Uint8Array[]): Uint8Array => (parts.length === 0 ? emptyState : Y.mergeUpdates(parts))

/**
 * State and log in one statement, thus of one instant. All rows that are there belong to it, whatever their sequence:
 * what a compaction has merged it has also deleted.
 */
export async function readStored(db: Database, documentId: string): Promise<Stored> {
  const found = await db
    .select({ logged: sql<boolean>`false`, bytes: documentStates.bytes })
    .from(documentStates)
    .where(eq(documentStates.documentId, documentId))
    .unionAll(
      db
        .select({ logged: sql<boolean>`true`, bytes: documentUpdates.bytes })
        .from(documentUpdates)
        .where(eq(documentUpdates.documentId, documentId)),
    )
  const log = found.filter((part) => part.logged)
  return {
    parts: found.map((part) => part.bytes),
    rows: log.length,
    bytes: log.reduce((sum, part) => sum + part.bytes.length, 0),
  }
}

/** The text as it is stored now: what snapshots, exports and previews are made from, never a room's memory. */
export const currentState = async (db: Database, documentId: string): Promise<Uint8Array> =>
  merge((await readStored(db, documentId)).parts)

/** One statement, so either all of it is stored or nothing. */
export async function appendChanges(db: Database, changes: Change[]): Promise<void> {
  await db
    .insert(documentUpdates)
    .values(changes.map(({ documentId, personId, bytes }) => ({ documentId, personId, bytes })))
}
