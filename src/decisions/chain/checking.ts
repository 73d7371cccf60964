import { asc, eq, like, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type DecisionEntry, decisionByCitation } from '../register/log.ts'
import { decisionNotes } from '../register/schema.ts'
import { type Head, headOf, isKept, type KeptHead } from './heads.ts'
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

/** More than an alliance decides in a lifetime; what lies further back is for `npx kreislauf verify`. */
const mostLinks = 20_000

type Broken = { seq: number; missing: boolean; changed: boolean }

/** Follows the chain to an entry, in the database itself: whatever was decided, this is one question. */
async function brokenLink(db: Database, last: number): Promise<Problem | null> {
  const from = Math.max(1, last - mostLinks)
  const [broken] = await db.execute<Broken & Record<string, unknown>>(sql`
    select least(seq, expected)::int as seq, seq <> expected as missing, changed from (
      select seq, coalesce(lag(seq) over along, ${from}::bigint - 1) + 1 as expected,
        sha256(previous || convert_to(canonical, 'UTF8')) <> hash as changed,
        previous <> coalesce(lag(hash) over along, case when seq = 1 then decode(repeat('00', 32), 'hex') else previous end)
          as misplaced
      from ${registerEntries} where seq between ${from} and ${last} window along as (order by seq)
    ) links where seq <> expected or changed or misplaced order by seq limit 1`)
  if (!broken) return null
  const { seq, missing, changed } = broken
  return { code: missing ? 'entry_missing' : changed ? 'entry_changed' : 'entry_misplaced', seq }
}

const ofDecision = (db: Database, decisionId: string) =>
  db
    .select({ entry: registerEntries })
    .from(registerEntries)
    .leftJoin(decisionNotes, eq(decisionNotes.id, registerEntries.noteId))
    .where(or(eq(registerEntries.decisionId, decisionId), eq(decisionNotes.decisionId, decisionId)))
    .orderBy(asc(registerEntries.seq))

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
  const related = (await ofDecision(db, decision.id)).map(({ entry }) => entry)
  const own = related.find(({ decisionId }) => decisionId === decision.id)
  if (!own) return { state: 'unknown_number' }
  const meant = kept ? related.find((entry) => isKept(entry, kept)) : own
  if (!meant) return { state: 'other_sum', number, head: headOf(own) }
  const about = await aboutOf(db, meant, related)
  return { state: kept ? 'same' : 'to_compare', head: headOf(meant), at: meant.createdAt, ...about }
}

async function bySum(db: Database, kept: KeptHead): Promise<Checked> {
  const begins = like(sql`encode(${registerEntries.hash}, 'hex')`, `${kept.begins}%`)
  const [entry] = await db
    .select()
    .from(registerEntries)
    .where(kept.seq === null ? begins : eq(registerEntries.seq, kept.seq))
    .limit(1)
  if (!entry || !isKept(entry, kept)) return { state: 'unknown_sum' }
  return { state: 'same', head: headOf(entry), at: entry.createdAt, ...(await aboutOf(db, entry, [entry])) }
}

/** Whether the register has exactly what a sheet says, and whether everything up to there is whole (SECURITY S-81). */
export async function checkSheet(db: Database, { number, kept }: Sheet): Promise<Checked | null> {
  if (number) return byNumber(db, number, kept)
  return kept ? bySum(db, kept) : null
}
