import { and, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { documentRemarks, documentThreads } from './schema.ts'

/** More than anybody says in earnest, however quickly they type. */
const fastest = { remarks: 40, minutes: 5 }

export const retryAfter = fastest.minutes * 60

export async function speaksTooFast(db: Database, personId: string): Promise<boolean> {
  const lately = gt(documentRemarks.createdAt, sql`now() - make_interval(mins => ${fastest.minutes})`)
  const said = await db.$count(documentRemarks, and(eq(documentRemarks.authorId, personId), lately))
  return said >= fastest.remarks
}

/** Nobody reads more beside one text. */
const mostThreads = 1_000
const mostRemarks = 500

export const isFull = async (db: Database, documentId: string): Promise<boolean> =>
  (await db.$count(documentThreads, eq(documentThreads.documentId, documentId))) >= mostThreads

export const isTooLong = async (db: Database, threadId: string): Promise<boolean> =>
  (await db.$count(documentRemarks, eq(documentRemarks.threadId, threadId))) >= mostRemarks
