import { and, eq, gt, inArray, sql } from 'drizzle-orm'
import * as Y from 'yjs'
import { change, type RecordEvent } from '../../activity/model.ts'
import { events } from '../../activity/schema.ts'
import type { Database } from '../../db/database.ts'
import type { Log, Ports } from '../../ports.ts'
import { contentOf } from '../content/codec.ts'
import { derivedFrom } from '../content/derived.ts'
import type { Content } from '../markup.ts'
import { documentStates, documents, documentUpdates } from '../schema.ts'
import { markWriters, takeAutomatic } from '../versions/points.ts'
import { emptyState, merge } from './log.ts'

type LoggedChange = typeof documentUpdates.$inferSelect

/** Which rows of the log have become part of the state, and the how manieth time that was. */
export interface Merged {
  generation: number
  seqs: number[]
}

/**
 * Merges the log of a text into its state; never overwrites. Several processes may do it at once: the second waits for
 * the row and finds what the first has left.
 *
 * What is merged is exactly what `DELETE … RETURNING` gives back, in the same transaction. A row whose transaction
 * commits later, even with a lower sequence, is not among them: it stays in the log, and as a load reads every row that
 * is there, it is not missed. `coveredSeq` only tells how far things have come, nothing is left out because of it.
 */
export function compact(ports: Pick<Ports, 'db' | 'bus' | 'log'>, documentId: string): Promise<Merged | null> {
  return change(ports, async (tx, record) => {
    const state = await lockState(tx, documentId)
    const log = await tx.delete(documentUpdates).where(eq(documentUpdates.documentId, documentId)).returning()
    if (log.length === 0) return null
    log.sort((one, other) => one.seq - other.seq)
    const merged = withoutDeleted(merge([state.bytes, ...log.map((row) => row.bytes)]))
    const generation = await writeState(tx, documentId, merged, log)
    const shown = readable(ports.log, documentId, merged)
    const isBegun = await describe(tx, documentId, shown, log, record)
    const before = isBegun ? readable(ports.log, documentId, state.bytes) : null
    if (before) await takeAutomatic(tx, { documentId, content: before, reachedAt: state.updatedAt })
    await markWriters(tx, documentId, writersOf(log))
    return { generation, seqs: log.map(({ seq }) => seq) }
  })
}

type State = Pick<typeof documentStates.$inferSelect, 'bytes' | 'updatedAt'>

async function lockState(tx: Database, documentId: string): Promise<State> {
  await tx.insert(documentStates).values({ documentId, bytes: emptyState, coveredSeq: 0 }).onConflictDoNothing()
  const [state] = await tx
    .select({ bytes: documentStates.bytes, updatedAt: documentStates.updatedAt })
    .from(documentStates)
    .where(eq(documentStates.documentId, documentId))
    .for('update')
  if (!state) throw new Error('a state that was locked is gone')
  return state
}

/** Loading it into a document drops the words that were deleted and joins those that were typed letter by letter. */
function withoutDeleted(merged: Uint8Array): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, merged)
  return Y.encodeStateAsUpdate(doc)
}

const lastOf = (log: LoggedChange[]) => log[log.length - 1] as LoggedChange

async function writeState(tx: Database, documentId: string, bytes: Uint8Array, log: LoggedChange[]): Promise<number> {
  const coveredSeq = sql`greatest(${documentStates.coveredSeq}, ${lastOf(log).seq})`
  const generation = sql`${documentStates.generation} + 1`
  const [written] = await tx
    .update(documentStates)
    .set({ bytes, coveredSeq, generation, updatedAt: sql`now()` })
    .where(eq(documentStates.documentId, documentId))
    .returning({ generation: documentStates.generation })
  if (!written) throw new Error('a state was not written')
  return written.generation
}

/** A text that cannot be read must still be merged, or its log grows without end and every load of it gets slower. */
function readable(problems: Log, documentId: string, state: Uint8Array): Content | null {
  try {
    return contentOf(state)
  } catch (error) {
    problems.error('documents.unreadable', error, { documentId })
    return null
  }
}

const wordsOf = (content: Content | null) => (content === null ? {} : derivedFrom(content))

/**
 * What lists and previews need: the plain text, who wrote last, and once in a while a line in what is new. Whether
 * somebody has begun to write.
 */
async function describe(
  tx: Database,
  documentId: string,
  shown: Content | null,
  log: LoggedChange[],
  record: RecordEvent,
): Promise<boolean> {
  const { personId: editedById, createdAt: editedAt } = lastOf(log)
  const [document] = await tx
    .update(documents)
    .set({ ...wordsOf(shown), editedById, editedAt })
    .where(eq(documents.id, documentId))
    .returning({ groupId: documents.groupId, title: documents.title })
  if (!document) return false
  const begun = await toBeNamed(tx, documentId, log)
  for (const actorId of begun)
    await record({
      kind: 'document.edited',
      groupId: document.groupId,
      actorId,
      subjectId: documentId,
      facts: { title: document.title },
    })
  return begun.length > 0
}

const writersOf = (log: LoggedChange[]) => [...new Set(log.map((row) => row.personId))]

/** Who wrote and has not been named as a writer of this text for ten minutes. */
async function toBeNamed(tx: Database, documentId: string, log: LoggedChange[]): Promise<string[]> {
  const writers = writersOf(log)
  const named = await tx
    .select({ actorId: events.actorId })
    .from(events)
    .where(
      and(
        eq(events.kind, 'document.edited'),
        eq(events.subjectId, documentId),
        inArray(events.actorId, writers),
        gt(events.createdAt, sql`now() - interval '10 minutes'`),
      ),
    )
  return writers.filter((writer) => !named.some(({ actorId }) => actorId === writer))
}
