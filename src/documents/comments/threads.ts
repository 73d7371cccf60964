import { and, asc, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { type Callable, type Piece, piecesOf } from './calling.ts'
import { documentRemarks, documentThreads, type Remark, remarkMentions, type Thread } from './schema.ts'
import { type Table, withinGroup } from './table.ts'

export interface RemarkEntry {
  remark: Remark
  author: Callable
  pieces: Piece[]
  /** Everybody whom it calls, and whether they have said that they have read it. */
  called: (Callable & { hasRead: boolean })[]
}

export interface ThreadEntry {
  thread: Thread
  resolvedBy: string | null
  remarks: RemarkEntry[]
}

const resolvers = alias(people, 'resolvers')

async function remarksIn(db: Database, threadIds: string[]): Promise<RemarkEntry[]> {
  if (threadIds.length === 0) return []
  const rows = await db
    .select({ remark: documentRemarks, author: { id: people.id, name: people.name } })
    .from(documentRemarks)
    .innerJoin(people, eq(people.id, documentRemarks.authorId))
    .where(inArray(documentRemarks.threadId, threadIds))
    .orderBy(asc(documentRemarks.createdAt), asc(documentRemarks.id))
  const calls = await callsIn(db, threadIds)
  return rows.map(({ remark, author }) => {
    const called = calls.filter(({ remarkId }) => remarkId === remark.id)
    return { remark, author, pieces: piecesOf(remark.words, called), called }
  })
}

async function callsIn(db: Database, threadIds: string[]) {
  const rows = await db
    .select({
      remarkId: remarkMentions.remarkId,
      id: people.id,
      name: people.name,
      readAt: remarkMentions.readAt,
    })
    .from(remarkMentions)
    .innerJoin(people, eq(people.id, remarkMentions.personId))
    .innerJoin(documentRemarks, eq(documentRemarks.id, remarkMentions.remarkId))
    .where(inArray(documentRemarks.threadId, threadIds))
  return rows.map(({ readAt, ...call }) => ({ ...call, hasRead: readAt !== null }))
}

/** Conversations beside a text, the oldest first, each with all that was said in it. */
export async function threadsWhere(db: Database, which: SQL | undefined): Promise<ThreadEntry[]> {
  const rows = await db
    .select({ thread: documentThreads, resolvedBy: resolvers.name })
    .from(documentThreads)
    .leftJoin(resolvers, eq(resolvers.id, documentThreads.resolvedById))
    .where(which)
    .orderBy(asc(documentThreads.createdAt), asc(documentThreads.id))
  const remarks = await remarksIn(
    db,
    rows.map(({ thread }) => thread.id),
  )
  return rows.map((row) => ({ ...row, remarks: remarks.filter(({ remark }) => remark.threadId === row.thread.id) }))
}

/** Those on one suggestion. */
export const threadsOnSuggestion = (db: Database, documentId: string, suggestionId: string): Promise<ThreadEntry[]> =>
  threadsWhere(db, and(withinGroup(documentId), eq(documentThreads.suggestionId, suggestionId)))

/** How many open conversations hang on the text; suggestions and rows are told apart by their ids. */
export async function openThreadCounts(db: Database, documentId: string) {
  const { suggestionId, rowId } = documentThreads
  const open = await db
    .select({ suggestionId, rowId })
    .from(documentThreads)
    .where(and(withinGroup(documentId), isNull(documentThreads.resolvedAt)))
  const on = (id: string) => open.filter((thread) => thread.suggestionId === id || thread.rowId === id).length
  return { all: open.length, on }
}

export async function findThread(
  db: Database,
  { threads }: Pick<Table, 'threads'>,
  id: string,
): Promise<Thread | undefined> {
  const [thread] = await db
    .select()
    .from(documentThreads)
    .where(and(threads, eq(documentThreads.id, id)))
  return thread
}

/** A remark with the conversation that it belongs to. */
export async function findRemark(db: Database, { threads }: Pick<Table, 'threads'>, id: string) {
  const [found] = await db
    .select({ remark: documentRemarks, thread: documentThreads })
    .from(documentRemarks)
    .innerJoin(documentThreads, eq(documentThreads.id, documentRemarks.threadId))
    .where(and(threads, eq(documentRemarks.id, id)))
  return found
}
