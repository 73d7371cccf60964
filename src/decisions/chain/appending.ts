import { desc, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { only } from '../only.ts'
import { canonical, type Plain } from './canonical.ts'
import { decisionStatements } from './decision-statements.ts'
import { differingStatements } from './differing-statements.ts'
import { beginning, linked } from './digest.ts'
import { asPlain, committed, type Written } from './entry.ts'
import { noteStatements } from './note-statements.ts'
import { readEntry } from './reading.ts'
import { type RegisterEntry, registerEntries, registerSalts } from './schema.ts'
import type { Statement } from './statement.ts'

/** What gets an entry: an established decision, a note that two have signed, or what somebody who differs says later. */
export interface Subject {
  kind: 'decision' | 'note' | 'statement'
  id: string
}

const key = 7_231_641

/** One writer at a time over all groups and processes, until the transaction is over. */
export const holdRegister = (tx: Database) => tx.execute(sql`select pg_advisory_xact_lock(${key})`)

const latest = async (tx: Database): Promise<Pick<RegisterEntry, 'seq' | 'hash'>> => {
  const [entry] = await tx.select().from(registerEntries).orderBy(desc(registerEntries.seq)).limit(1)
  return entry ?? { seq: 0, hash: beginning }
}

/** By the clock of the database, cut to what can be written down. */
async function now(tx: Database): Promise<Date> {
  const { now } = only([
    ...(await tx.execute<{ now: string }>(
      sql`select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
    )),
  ])
  return new Date(now)
}

type Draft = Pick<Written, 'kind' | 'id'> & { facts: Record<string, Plain>; statement?: Statement }

const of = (wanted: Subject['kind'], kind: Draft['kind'], id: string | null) => (kind === wanted ? id : null)

/** One question to the database has room for so many: whoever changes their mind a thousand times stops nobody. */
const atOnce = 5_000

async function keepSalts(tx: Database, salts: (typeof registerSalts.$inferInsert)[]): Promise<void> {
  for (let from = 0; from < salts.length; from += atOnce)
    await tx.insert(registerSalts).values(salts.slice(from, from + atOnce))
}

/** The caller holds the register. */
export async function writeEntry(tx: Database, { kind, id, facts, statement }: Draft): Promise<RegisterEntry> {
  const { seq: before, hash: previous } = await latest(tx)
  const [seq, createdAt] = [before + 1, await now(tx)]
  const { sums, salts } = await committed(seq, statement ?? { plain: {}, secrets: [] })
  const written = canonical(asPlain({ v: 1, seq, kind, at: createdAt.toISOString(), id, facts, sums }))
  if (!readEntry(written)) throw new RangeError('only whole numbers can be written down for good')
  const about = {
    decisionId: of('decision', kind, id),
    noteId: of('note', kind, id),
    statementId: of('statement', kind, id),
  }
  const row = { seq, kind, ...about, canonical: written, previous, hash: await linked(previous, written), createdAt }
  const entry = only(await tx.insert(registerEntries).values(row).returning())
  await keepSalts(tx, salts)
  return entry
}

const readers = { decision: decisionStatements, note: noteStatements, statement: differingStatements }

/**
 * Writes decisions and signed notes into the chain, in this order. The last act of the transaction that establishes or
 * signs them: whoever comes next waits until it is over (SECURITY S-80, S-82).
 */
export async function append(tx: Database, subjects: Subject[]): Promise<void> {
  if (subjects.length === 0) return
  await holdRegister(tx)
  for (const { kind, id } of subjects) {
    const statement = (await readers[kind](tx, [id])).get(id)
    if (!statement) throw new Error(`There is no such ${kind}`)
    await writeEntry(tx, { kind, id, facts: statement.plain, statement })
  }
}
