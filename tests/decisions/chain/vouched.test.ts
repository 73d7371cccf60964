import { type SQL, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '#src/db/database.ts'
import { verify } from '#src/decisions/chain/verifying.ts'
import { texts } from '#views/decisions/verify-texts.ts'
import { frozenText } from '../setting.ts'
import { everythingBehind, unhindered } from './everything-behind.ts'
import { type Ground, ground, untilUndone } from './ground.ts'

/** Where a decision is written down, and what it rests on. */
const tables = [
  ...['decisions', 'records', 'snapshots', 'rule_sets', 'decision_notes', 'minority_statements'],
  ...['rounds', 'round_options', 'round_extensions', 'hand_counts', 'counts', 'talk_notes'],
  ...['seats', 'seat_holders', 'seat_losses', 'recusals', 'attendances'],
  ...['ballots', 'ratings', 'counted_ballots', 'procedure_objections'],
  ...['objections', 'objection_endings', 'objection_lapses', 'register_entries', 'register_salts'],
]

/** What is kept besides, and nothing of the decision rests on: it stands elsewhere, or orders and finds things only. */
const free = [
  'ballots of an earlier round: cast_by_id',
  'ballots of an earlier round: entered_by_id',
  'ballots of an earlier round: method',
  'ballots of an earlier round: reason',
  'ballots: method',
  'counts of an earlier round: counted_by_id',
  'objection_endings: owner_id',
  'ratings: round_id',
  'round_extensions: number',
  'records: discarded_at',
  'records: group_id',
  'records: in_force_from',
  'records: in_force_until',
  'records: legal_entity',
  'records: reported_by_id',
  'records: review_on',
  'records: scope',
  'records: snapshot_id',
  'records: summary',
  'records: tally',
  'register_salts: field',
  'register_salts: person_id',
  'rounds of an earlier round: opened_by_id',
  'rule_sets: id',
  'snapshots: group_id',
  'snapshots: note',
  'snapshots: original_id',
  'snapshots: plain_text',
  'snapshots: created_by_id',
]

/** When a row was written is vouched for where something follows from it. */
const whenWritten = /: created_at$/
const timed = ['decisions', 'decision_notes', 'records', 'counts', 'counts of an earlier round', 'register_entries']

interface Row {
  table: string
  ctid: string
  isEarlier: boolean
}

interface Column {
  table: string
  column: string
  type: string
}

const columnsIn = (tx: Database) =>
  tx.execute<Column & Record<string, unknown>>(sql`
    select c.relname as table, a.attname as column, format_type(a.atttypid, null) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where c.relnamespace = 'public'::regnamespace and a.attnum > 0 and not a.attisdropped and a.attidentity = ''
      and c.relname in ${tables}
    order by c.relname, a.attnum`)

/** So many, and each like the other. */
const alike = ['register_entries', 'register_salts', 'seats']

/** Those that were put together; the sample alliance has rules of its own. */
async function rowsIn(tx: Database, before: string): Promise<Row[]> {
  const found: Row[] = []
  for (const table of tables) {
    const own = table === 'rule_sets' ? sql`given_by like '%EN-%'` : sql`true`
    const rows = await tx.execute<{ ctid: string; facts: Record<string, unknown> }>(
      sql`select ctid::text, to_jsonb(t) as facts from ${sql.identifier(table)} t where ${own}`,
    )
    const earlier = ({ id, round_id }: Record<string, unknown>) => id === before || round_id === before
    const some = alike.includes(table) ? rows.slice(0, 1) : rows
    found.push(...some.map(({ ctid, facts }) => ({ table, ctid, isEarlier: earlier(facts) })))
  }
  return found
}

/** What else these could name. */
const namesOf: Record<string, string> = {
  ...{ round_id: 'rounds', record_id: 'records', snapshot_id: 'snapshots', by_decision_id: 'decisions' },
}

/** Something else of the same kind. */
function otherThan({ column, type }: Column): SQL {
  const name = sql.identifier(column)
  const there = namesOf[column]
  const others: Record<string, SQL> = {
    text: sql`coalesce(${name}, '') || 'x'`,
    uuid: there
      ? sql`coalesce((select id from ${sql.identifier(there)} t where t.id is distinct from ${name} limit 1), gen_random_uuid())`
      : sql`gen_random_uuid()`,
    boolean: sql`not ${name}`,
    bytea: sql`sha256(${name})`,
    date: sql`coalesce(${name}, '2026-01-01') + 1`,
    jsonb: sql`coalesce(${name}, '{}') || '{"x": 1}'`,
    'timestamp with time zone': sql`coalesce(${name}, now()) + interval '1 second'`,
  }
  const label = sql`(select l from unnest(enum_range(null::${sql.raw(type)})) l where l is distinct from ${name} limit 1)`
  return others[type] ?? (/int/.test(type) ? sql`coalesce(${name}, 0) + 1000` : label)
}

const isTwin = (error: Error) => /duplicate key/.test(String(error.cause))

/** What the register says after it; all is as before then. */
async function after(tx: Database, bend: SQL): Promise<string | null> {
  const said = untilUndone(tx, async (inner) => {
    const bent = await inner.execute(bend)
    if (bent.count !== 1) throw new Error('Nothing was bent')
    const { problem } = await verify(inner)
    return problem && texts.en.problems[problem.code](problem)
  })
  return said.catch((error) => {
    if (isTwin(error)) return 'refused'
    throw error
  })
}

const from = ({ table, isEarlier }: Row) => (isEarlier ? `${table} of an earlier round` : table)
const where = ({ ctid }: Row) => sql`where ctid = ${ctid}::tid`

async function bentColumns(tx: Database, rows: Row[]): Promise<Map<string, string | null>> {
  const said = new Map<string, string | null>()
  const columns = Map.groupBy(await columnsIn(tx), ({ table }) => table)
  for (const row of rows) {
    for (const column of columns.get(row.table) ?? []) {
      const name = sql.identifier(column.column)
      const bend = sql`update ${sql.identifier(row.table)} set ${name} = ${otherThan(column)} ${where(row)}`
      const key = `${from(row)}: ${column.column}`
      if (said.get(key) !== null) said.set(key, await after(tx, bend))
    }
  }
  return said
}

async function missedRows(tx: Database, rows: Row[]): Promise<string[]> {
  const missed: string[] = []
  for (const row of rows) {
    const said = await after(tx, sql`delete from ${sql.identifier(row.table)} ${where(row)}`)
    if (said === null) missed.push(from(row))
  }
  return missed
}

let g: Ground
let snapshotId: string

beforeAll(async () => {
  g = await ground()
  snapshotId = (await frozenText(g.w)).snapshot.id
})

const withEverything = <T>(ask: (tx: Database, rows: Row[]) => Promise<T>): Promise<T> =>
  untilUndone(g.db, async (tx) => {
    await unhindered(tx)
    const { before } = await everythingBehind(tx, g.w, snapshotId)
    expect(await verify(tx)).toMatchObject({ entries: 5, problem: null })
    return ask(tx, await rowsIn(tx, before))
  })

/** Each bend asks the whole register once. */
const patience = { timeout: 300_000 }

/** S-80 */
test(
  'whatever column behind a decision is changed, the register says so, but for those that are named here',
  patience,
  async () => {
    const said = await withEverything(bentColumns)
    const unsaid = [...said].flatMap(([place, words]) => (words === null ? [place] : []))
    const isFree = (place: string) => whenWritten.test(place) && !timed.includes(place.replace(whenWritten, ''))
    expect(unsaid.filter((place) => !isFree(place)).sort()).toEqual([...free].sort())
    for (const words of said.values()) expect(words ?? '').not.toMatch(/: [a-z]+[A-Z]\w*\.$|undefined/)
  },
)

test('whatever row behind a decision is taken away, the register says so', patience, async () => {
  expect(await withEverything(missedRows)).toEqual([])
})
