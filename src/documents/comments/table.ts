import { and, eq, isNull, type SQL } from 'drizzle-orm'
import * as Y from 'yjs'
import type { Database } from '../../db/database.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import type { Snapshot } from '../schema.ts'
import { findSuggestion } from '../suggestions/listing.ts'
import { type LaidOut, layOut } from './anchors.ts'
import { membersOfBoth, type Reader, readersOf } from './readers.ts'
import { readingLineOf } from './reading-line.ts'
import { documentThreads, type Thread } from './schema.ts'

/** Where people talk: beside the draft of a group, or at a frozen version that was sent to another group. */
export interface Table {
  /** What addresses, signals and events name. */
  at: { id: string; title: string; through?: 'referrals' }
  /** Whoever may comment beside such a paper may do so here. */
  paper: Pick<Paper, 'commentingIds' | 'stage' | 'title'>
  /** Where a thread belongs that is begun here. */
  place: Pick<Thread, 'documentId' | 'groupId' | 'snapshotId' | 'windowId' | 'alsoForId'>
  /** The threads that are seen here, and no others. */
  threads: SQL | undefined
  /** The words on which passages hang. */
  laidOut(): Promise<LaidOut>
  /** Whether this is one of the suggestions that are seen here. */
  hasSuggestion(db: Database, id: string): Promise<boolean>
  /** Who can be called. */
  readers(db: Database): Promise<Reader[]>
}

/** What a group says among itself; what was said through a window has its own place. */
export const withinGroup = (documentId: string): SQL | undefined =>
  and(eq(documentThreads.documentId, documentId), isNull(documentThreads.windowId))

export const besideDraft = (paper: Paper, state: () => Promise<Uint8Array>): Table => ({
  at: { id: paper.id, title: paper.title },
  paper,
  place: { documentId: paper.id, groupId: paper.groupId, snapshotId: null, windowId: null, alsoForId: null },
  threads: withinGroup(paper.id),
  laidOut: async () => layOut(await state()),
  hasSuggestion: async (db, id) => (await findSuggestion(db, paper.id, id)) !== null,
  readers: (db) => readersOf(db, paper),
})

/** A version that never changes: passages are found in it by their words. */
export const frozen = (content: Content): LaidOut => ({
  doc: new Y.Doc(),
  content,
  line: readingLineOf(content),
  places: new Map(),
})

/** The way by which a frozen version has reached another group; both talk about it there (`DOMAIN.md 3.1`). */
export interface Window {
  id: string
  title: string
  fromId: string
  toId: string
}

export const throughWindow = ({ id, title, fromId, toId }: Window, snapshot: Snapshot): Table => ({
  at: { id, title, through: 'referrals' },
  paper: { title, commentingIds: [], stage: 'in_decision' },
  place: { documentId: snapshot.documentId, groupId: fromId, snapshotId: snapshot.id, windowId: id, alsoForId: toId },
  threads: eq(documentThreads.windowId, id),
  laidOut: async () => frozen(snapshot.content as Content),
  hasSuggestion: async () => false,
  readers: (db) => membersOfBoth(db, [fromId, toId]),
})
