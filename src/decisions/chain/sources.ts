import { and, eq, exists, inArray, isNotNull, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import type { Openings } from './comparing.ts'
import { decisionStatements } from './decision-statements.ts'
import { differingStatements } from './differing-statements.ts'
import { noteStatements } from './note-statements.ts'
import { erasedBy, placeOf, readEntry } from './reading.ts'
import { type RegisterEntry, registerEntries, registerSalts } from './schema.ts'
import type { Statement } from './statement.ts'

/** Everything that is needed to compare some entries with the tables. */
export interface Sources {
  statements: Map<string, Statement>
  salts: Map<number, Map<number, Uint8Array>>
  erased: Set<string>
  /** Of those whom these entries are about: who was not erased, as an address or a salt tells. */
  there: Set<string>
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

async function stillThere(db: Database, statements: Statement[]): Promise<Set<string>> {
  const named = new Set(statements.flatMap(({ secrets }) => secrets.flatMap(({ personId }) => personId ?? [])))
  if (named.size === 0) return named
  const salt = db.select({ seq: registerSalts.seq }).from(registerSalts).where(eq(registerSalts.personId, people.id))
  const found = await db
    .select({ id: people.id })
    .from(people)
    .where(and(inArray(people.id, [...named]), or(isNotNull(people.email), exists(salt))))
  return new Set(found.map(({ id }) => id))
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
  const stated = await differingStatements(
    db,
    entries.flatMap(({ statementId }) => statementId ?? []),
  )
  const salts = await saltsOf(
    db,
    entries.map(({ seq }) => seq),
  )
  const statements = new Map([...decided, ...noted, ...stated])
  return { statements, salts, erased, there: await stillThere(db, [...statements.values()]) }
}

export const openings = (seq: number, { salts, erased, there }: Sources): Openings => ({
  salts: salts.get(seq) ?? new Map(),
  isErased: (position) => erased.has(placeOf(seq, position)),
  isThere: (personId) => there.has(personId),
})
