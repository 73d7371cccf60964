import { asc, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { decisionNotes, decisions } from '../register/schema.ts'
import { append, holdRegister, type Subject } from './appending.ts'
import { registerBacklog, registerEntries } from './schema.ts'

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

/** Writes everything into a chain that is empty, in order. Returns how many there were. */
export async function chainEverything(tx: Database): Promise<number> {
  const subjects = await everything(tx)
  await append(tx, subjects)
  return subjects.length
}

/**
 * What was decided before there was a chain is written into it once, in order. Never again: a row that somebody puts
 * into the tables later, or the rest of a chain that was cut off, must not be sealed by a mere restart.
 */
export const chainEarlier = (db: Database): Promise<number> =>
  db.transaction(async (tx) => {
    await holdRegister(tx)
    const [waiting] = await tx.delete(registerBacklog).returning()
    return waiting && (await tx.$count(registerEntries)) === 0 ? chainEverything(tx) : 0
  })
