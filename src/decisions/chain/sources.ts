import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Openings } from './comparing.ts'
import { decisionStatements } from './decision-statements.ts'
import { noteStatements } from './note-statements.ts'
import { erasedBy, placeOf, readEntry } from './reading.ts'
import { type RegisterEntry, registerEntries, registerSalts } from './schema.ts'
import type { Statement } from './statement.ts'

/** Everything that is needed to compare some entries with the tables. */
export interface Sources {
  statements: Map<string, Statement>
  salts: Map<number, Map<number, Uint8Array>>
  erased: Set<string>
}

/** From which commitments the salts were taken, by erasures anywhere in the chain. */
export async function erasedPlaces(db: Database): Promise<Set<string>> {
  const found = await db.select().from(registerEntries).where(eq(registerEntries.kind, 'erasure'))
  const written = found.map((entry) => readEntry(entry.canonical)).filter((entry) => entry !== null)
  return new Set(written.flatMap(erasedBy))
}

async function saltsOf(db: Database, seqs: number[]): Promise<Sources['salts']> {
  const rows = await db.select().from(registerSalts).where(inArray(registerSalts.seq, seqs))
  const bySeq = Map.groupBy(rows, ({ seq }) => seq)
  return new Map([...bySeq].map(([seq, of]) => [seq, new Map(of.map(({ position, salt }) => [position, salt]))]))
}

export async function sourcesOf(db: Database, entries: RegisterEntry[], erased: Set<string>): Promise<Sources> {
  const decided = await decisionStatements(
    db,
    entries.flatMap(({ decisionId }) => decisionId ?? []),
  )
  const noted = await noteStatements(
    db,
    entries.flatMap(({ noteId }) => noteId ?? []),
  )
  const salts = await saltsOf(
    db,
    entries.map(({ seq }) => seq),
  )
  return { statements: new Map([...decided, ...noted]), salts, erased }
}

export const openings = (seq: number, { salts, erased }: Sources): Openings => ({
  salts: salts.get(seq) ?? new Map(),
  isErased: (position) => erased.has(placeOf(seq, position)),
})
