import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { minorityStatements } from '../objections/schema.ts'
import { type DecisionEntry, decisionByCitation } from '../register/log.ts'
import { decisionNotes } from '../register/schema.ts'
import { findKept, type Head, headOf, isKept, type KeptHead } from './heads.ts'
import { brokenLink } from './links.ts'
import type { Problem } from './problem.ts'
import { readEntry } from './reading.ts'
import { type RegisterEntry, registerEntries } from './schema.ts'
import { problemOf } from './verifying.ts'

/** What stands on a sheet: number and checksum, or one of the two. */
export interface Sheet {
  number?: string
  kept?: KeptHead
}

/** What the register says to it. */
export type Checked =
  /** There is no such number, or no such checksum. */
  | { state: 'unknown_number' | 'unknown_sum' }
  /** The tables have the decision, and the chain does not. */
  | { state: 'without_entry'; problem: Problem }
  /** The decision has this entry, and another one than the sheet says. */
  | { state: 'other_sum'; number: string; head: Head }
  /** It stands there: as the sheet says it, or with this checksum to compare. */
  | ({ state: 'same' | 'to_compare'; head: Head; at: Date } & About)

interface About {
  /** What the entry is about, as it is to be read in the register; none for an erasure. */
  decision: DecisionEntry | null
  kind: RegisterEntry['kind']
  /** Entries that were added about the same decision since. */
  notes: number
  /** The first thing that is wrong up to there, or with the decision itself. */
  problem: Problem | null
}

/** Its own entry, and those of what was added to it: each looked up by its key. */
async function ofDecision(
  db: Database,
  { id, roundId }: Pick<DecisionEntry, 'id' | 'roundId'>,
): Promise<RegisterEntry[]> {
  const notes = db.select({ id: decisionNotes.id }).from(decisionNotes).where(eq(decisionNotes.decisionId, id))
  const { id: statementId, roundId: of } = minorityStatements
  const statements = db
    .select({ id: statementId })
    .from(minorityStatements)
    .where(eq(of, roundId ?? ''))
  const found = [
    await db.select().from(registerEntries).where(eq(registerEntries.decisionId, id)),
    await db.select().from(registerEntries).where(inArray(registerEntries.noteId, notes)),
    roundId ? await db.select().from(registerEntries).where(inArray(registerEntries.statementId, statements)) : [],
  ]
  return found.flat().sort((one, other) => one.seq - other.seq)
}

/** A decision and what was added to it stand in the tables as they were entered. */
async function faultIn(db: Database, entries: RegisterEntry[]): Promise<Problem | null> {
  for (const entry of entries) {
    const problem = await problemOf(db, entry)
    if (problem) return problem
  }
  return null
}

async function aboutOf(db: Database, entry: RegisterEntry, related: RegisterEntry[]): Promise<About> {
  const number = readEntry(entry.canonical)?.facts.number
  return {
    decision: typeof number === 'string' ? await decisionByCitation(db, number) : null,
    kind: entry.kind,
    notes: related.filter(({ seq }) => seq > entry.seq).length,
    problem: (await brokenLink(db, entry.seq)) ?? (await faultIn(db, related)),
  }
}

async function byNumber(db: Database, number: string, kept: KeptHead | undefined): Promise<Checked> {
  const decision = await decisionByCitation(db, number)
  if (!decision) return { state: 'unknown_number' }
  const related = await ofDecision(db, decision)
  const own = related.find(({ decisionId }) => decisionId === decision.id)
  if (!own) return { state: 'without_entry', problem: { code: 'decision_without_entry', seq: null, number } }
  const meant = kept ? related.find((entry) => isKept(entry, kept)) : own
  if (!meant) return { state: 'other_sum', number, head: headOf(own) }
  const about = await aboutOf(db, meant, related)
  return { state: kept ? 'same' : 'to_compare', head: headOf(meant), at: meant.createdAt, ...about }
}

async function bySum(db: Database, kept: KeptHead): Promise<Checked> {
  const entry = await findKept(db, kept)
  if (!entry) return { state: 'unknown_sum' }
  return { state: 'same', head: headOf(entry), at: entry.createdAt, ...(await aboutOf(db, entry, [entry])) }
}

/** Whether the register has exactly what a sheet says, and whether everything up to there is whole (SECURITY S-81). */
export async function checkSheet(db: Database, { number, kept }: Sheet): Promise<Checked | null> {
  if (number) return byNumber(db, number, kept)
  return kept ? bySum(db, kept) : null
}
