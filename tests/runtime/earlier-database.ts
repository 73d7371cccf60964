import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type postgres from 'postgres'
import { connect, type Place } from '#src/runtime/postgres/database.ts'

type Row = Record<string, unknown>

const migrations = join(import.meta.dirname, '../../migrations')

/** The migrations up to this one and no further. */
async function migrationsUpTo(last: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'earlier-'))
  await cp(migrations, folder, { recursive: true })
  const path = join(folder, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: { idx: number }[] }
  const entries = journal.entries.filter(({ idx }) => idx <= last)
  await writeFile(path, JSON.stringify({ ...journal, entries }))
  return folder
}

/** A database as an earlier version of the product left it. */
export async function migrateUpTo(place: Place, last: number): Promise<void> {
  const client = connect(place, { max: 1 })
  await migrate(drizzle(client), { migrationsFolder: await migrationsUpTo(last) }).finally(() => client.end())
}

interface Column {
  table: string
  column: string
}

const columnsOf = (client: postgres.Sql) => client<Column[]>`
  select table_name as "table", column_name as "column" from information_schema.columns
  where table_schema = 'public' order by table_name, ordinal_position`

/** Tables that both have → the columns that the later one had then. */
async function shared(from: postgres.Sql, to: postgres.Sql): Promise<Map<string, string[]>> {
  const there = new Set((await columnsOf(from)).map(({ table }) => table))
  const tables = Map.groupBy(await columnsOf(to), ({ table }) => table)
  const both = [...tables].filter(([table]) => there.has(table))
  return new Map(both.map(([table, columns]) => [table, columns.map(({ column }) => column)]))
}

async function rowsOf(client: postgres.Sql, table: string): Promise<Row[]> {
  const [all] = await client<{ rows: Row[] | null }[]>`select json_agg(to_jsonb(t)) as rows from ${client(table)} t`
  return all?.rows ?? []
}

async function fill(client: postgres.Sql, table: string, columns: string[], rows: Row[]): Promise<void> {
  const names = client(columns)
  await client`insert into ${client(table)} (${names}) overriding system value
    select ${names} from jsonb_populate_recordset(null::${client(table)}, ${client.json(rows as never)})`
  const numbered = await client<{ column: string; sequence: string }[]>`
    select column_name as "column", pg_get_serial_sequence(${table}, column_name) as sequence
    from information_schema.columns where table_name = ${table} and is_identity = 'YES'`
  for (const { column, sequence } of numbered)
    await client`select setval(${sequence}, (select max(${client(column)}) from ${client(table)}))`
}

/**
 * Copies what is in one database into an earlier one, as far as it has a place for it. `asBefore` says how a row looked
 * then, or null where there was no such thing.
 */
export async function fillEarlier(
  from: Place,
  to: Place,
  asBefore: (table: string, row: Row) => Row | null,
): Promise<Map<string, number>> {
  const [source, target] = [connect(from, { max: 1 }), connect(to, { max: 1 })]
  const filled = new Map<string, number>()
  try {
    await target`set session_replication_role = replica`
    for (const [table, columns] of await shared(source, target)) {
      const rows = (await rowsOf(source, table)).map((row) => asBefore(table, row)).filter((row) => row !== null)
      const known = columns.filter((column) => rows[0] && column in rows[0])
      if (rows.length > 0) await fill(target, table, known, rows)
      filled.set(table, rows.length)
    }
  } finally {
    await Promise.all([source.end(), target.end()])
  }
  return filled
}
