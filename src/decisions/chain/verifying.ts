import { asc, gt } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { difference } from './comparing.ts'
import { incompleteness } from './completeness.ts'
import { beginning, hex, linked } from './digest.ts'
import type { Written } from './entry.ts'
import { findKept, type Head, type KeptHead, latestHead } from './heads.ts'
import { firstBroken } from './links.ts'
import type { Problem } from './problem.ts'
import { isItself, readEntry } from './reading.ts'
import { type RegisterEntry, registerEntries } from './schema.ts'
import { erasedPlaces, openings, type Sources, sourcesOf } from './sources.ts'

export interface Verdict {
  /** So many entries were found to be right, from the first on. */
  entries: number
  head: Head | null
  /** The first thing that is wrong; null when nothing is. */
  problem: Problem | null
  /** So many facts about people can no longer be compared, because they were erased. */
  erased: number
  /** Whether the head that somebody has kept is one of these entries. */
  kept: 'found' | 'not_found' | null
}

const atOnce = 100

const numberIn = ({ facts }: Written) => (typeof facts.number === 'string' ? { number: facts.number } : {})

/** Whether the tables still say what the entry says. */
async function against(sources: Sources, { seq }: RegisterEntry, written: Written): Promise<Problem | null> {
  if (written.kind === 'erasure') return null
  const statement = sources.statements.get(written.id ?? '')
  if (!statement) return { code: 'source_missing', seq, ...numberIn(written) }
  const found = await difference(written, statement, openings(seq, sources))
  return found && { ...found, seq, ...numberIn(written) }
}

export interface Link {
  seq: number
  hash: Uint8Array
}

const isSame = (one: Uint8Array, other: Uint8Array) => hex(one) === hex(other)

/** What is wrong with an entry behind this one. */
async function problemIn(entry: RegisterEntry, before: Link, sources: Sources): Promise<Problem | null> {
  const { seq, previous } = entry
  if (seq !== before.seq + 1) return { code: 'entry_missing', seq: before.seq + 1 }
  const written = readEntry(entry.canonical)
  const named = written ? numberIn(written) : {}
  if (!isSame(await linked(previous, entry.canonical), entry.hash)) return { code: 'entry_changed', seq, ...named }
  if (!isSame(previous, before.hash)) return { code: 'entry_misplaced', seq, ...named }
  if (!written) return { code: 'entry_unreadable', seq }
  if (!isItself(written, entry)) return { code: 'entry_of_something_else', seq, ...named }
  return against(sources, entry, written)
}

/** One entry alone, as it is compared with what stands in the tables. */
export async function problemOf(db: Database, entry: RegisterEntry): Promise<Problem | null> {
  const sources = await sourcesOf(db, [entry], await erasedPlaces(db))
  return problemIn(entry, { seq: entry.seq - 1, hash: entry.previous }, sources)
}

interface Walk {
  erased: number
  last: Link
  problem: Problem | null
}

async function walk(db: Database): Promise<Walk> {
  const erased = await erasedPlaces(db)
  let last: Link = { seq: 0, hash: beginning }
  for (;;) {
    const next = gt(registerEntries.seq, last.seq)
    const entries = await db.select().from(registerEntries).where(next).orderBy(asc(registerEntries.seq)).limit(atOnce)
    const sources = entries.length > 0 ? await sourcesOf(db, entries, erased) : null
    if (!sources) return { last, erased: erased.size, problem: null }
    for (const entry of entries) {
      const problem = await problemIn(entry, last, sources)
      if (problem) return { last, erased: erased.size, problem }
      last = entry
    }
  }
}

/** It stands there, and all links up to it hold: whatever else is wrong, the chain is still the one that was kept. */
async function stands(db: Database, kept: KeptHead): Promise<boolean> {
  const entry = await findKept(db, kept)
  return entry !== null && (await firstBroken(db, entry.seq)) === null
}

/** Computes the whole register anew from what stands in the tables (SECURITY S-80, S-81). Changes nothing. */
export const verify = (db: Database, kept?: KeptHead): Promise<Verdict> =>
  db.transaction(
    async (tx) => {
      const { last, erased, problem } = await walk(tx)
      return {
        entries: last.seq,
        head: await latestHead(tx),
        problem: problem ?? (await incompleteness(tx)),
        erased,
        kept: kept ? ((await stands(tx, kept)) ? 'found' : 'not_found') : null,
      }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
