import { asc, desc, eq, gte, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { hex } from './digest.ts'
import { type RegisterEntry, registerEntries } from './schema.ts'

/** The end of the chain at some moment. Whoever has kept it outside can show later whether anything before it has changed. */
export interface Head {
  seq: number
  /** SHA-256, hex. */
  hash: string
  /** As it is printed: number of the entry and the beginning of its checksum. */
  short: string
}

const printed = 16

export const headOf = ({ seq, hash }: Pick<RegisterEntry, 'seq' | 'hash'>): Head => ({
  ...{ seq, hash: hex(hash) },
  short: `${seq}:${hex(hash).slice(0, printed)}`,
})

/** Null as long as nothing was decided. */
export async function latestHead(db: Database): Promise<Head | null> {
  const { seq, hash } = registerEntries
  const [entry] = await db.select({ seq, hash }).from(registerEntries).orderBy(desc(seq)).limit(1)
  return entry ? headOf(entry) : null
}

/** Decision id → its own entry. */
export async function headsOf(db: Database, decisionIds: string[]): Promise<Map<string, Head>> {
  if (decisionIds.length === 0) return new Map()
  const { decisionId, seq, hash } = registerEntries
  const found = await db.select({ decisionId, seq, hash }).from(registerEntries).where(inArray(decisionId, decisionIds))
  return new Map(found.map((entry) => [entry.decisionId ?? '', headOf(entry)]))
}

/** A head as somebody has kept it: the beginning of a checksum at least as long as it is printed, and where it stood. */
export interface KeptHead {
  seq: number | null
  begins: string
}

/** "42:9f3c1a2b77de0c41", or the checksum alone; blanks and capitals do not matter. Null for anything else. */
export function readHead(typed: string): KeptHead | null {
  const [, seq, begins] =
    typed
      .replace(/\s/g, '')
      .toLowerCase()
      .match(/^(?:(\d{1,9}):)?([0-9a-f]{16,64})$/) ?? []
  return begins ? { seq: seq ? Number(seq) : null, begins } : null
}

/** Whether an entry is the one that was kept. */
export const isKept = ({ seq, hash }: Pick<RegisterEntry, 'seq' | 'hash'>, kept: KeptHead): boolean =>
  (kept.seq === null || kept.seq === seq) && hex(hash).startsWith(kept.begins)

/** The entry that somebody has kept. Of checksums alone the first that does not come before: if any begins so, this one. */
export async function findKept(db: Database, kept: KeptHead): Promise<RegisterEntry | null> {
  const entries = db.select().from(registerEntries).limit(1)
  const from = sql`decode(${kept.begins.padEnd(64, '0')}, 'hex')`
  const [entry] =
    kept.seq === null
      ? await entries.where(gte(registerEntries.hash, from)).orderBy(asc(registerEntries.hash))
      : await entries.where(eq(registerEntries.seq, kept.seq))
  return entry && isKept(entry, kept) ? entry : null
}
