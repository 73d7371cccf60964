import { asc, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { decisionNotes, decisions } from '../register/schema.ts'
import { append, holdRegister, type Subject } from './appending.ts'
import { registerEntries } from './schema.ts'

async function everything(tx: Database): Promise<(Subject & { at: Date })[]> {
  const established = await tx
    .select({ id: decisions.id, at: decisions.createdAt })
    .from(decisions)
    .orderBy(asc(decisions.createdAt), asc(decisions.groupId), asc(decisions.number))
  const signed = await tx
    .select({ id: decisionNotes.id, at: sql<Date>`${decisionNotes.signedAt}`.mapWith(decisionNotes.createdAt) })
    .from(decisionNotes)
    .where(isNotNull(decisionNotes.signedAt))
    .orderBy(asc(decisionNotes.signedAt), asc(decisionNotes.id))
  const all = [
    ...established.map((row) => ({ kind: 'decision' as const, ...row })),
    ...signed.map((row) => ({ kind: 'note' as const, ...row })),
  ]
  return all.sort((one, other) => one.at.getTime() - other.at.getTime())
}

/**
 * What was decided before there was a chain is written into it once, in order. Only as long as it is empty: a row that
 * somebody puts into the tables later must not get an entry by a mere restart. Returns how many were written.
 */
export const chainEarlier = (db: Database): Promise<number> =>
  db.transaction(async (tx) => {
    await holdRegister(tx)
    if ((await tx.$count(registerEntries)) > 0) return 0
    const subjects = await everything(tx)
    await append(tx, subjects)
    return subjects.length
  })
