import { eq, inArray, sql } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { tasks } from '#src/tasks/schema.ts'
import { type World, world } from '../support/world.ts'

let w: World

beforeAll(async () => {
  w = await world()
})

const nobody = '00000000-0000-4000-8000-000000000000'

const ask = (db: Pick<World['db'], 'select'> = w.db) => db.select().from(tasks).where(eq(tasks.id, nobody))

/** How often one connection has kept a plan; asked without anything given, which is never kept. */
const kept = async () => {
  const [row] = await w.db.execute<{ n: number }>(
    sql`select count(*)::int as n from pg_prepared_statements where statement like '%from "tasks"%'`,
  )
  return row?.n ?? 0
}

test('a question that comes again is planned once, inside transactions and about long lists each time', async () => {
  await w.db.transaction((tx) => ask(tx))
  for (let time = 0; time < 20; time++) expect(await kept()).toBe(0)
  for (let time = 0; time < 40; time++) expect(await ask()).toEqual([])
  const many = inArray(tasks.id, new Array<string>(300).fill(nobody))
  for (let time = 0; time < 20; time++) expect(await w.db.select().from(tasks).where(many)).toEqual([])
  const seen = new Set<number>()
  for (let time = 0; time < 20; time++) seen.add(await kept())
  expect(seen).toEqual(new Set([1]))
})

test('a table that has changed meanwhile is read as it is now', async () => {
  await w.db.execute(sql`alter table tasks alter column details type varchar(9000)`)
  for (let time = 0; time < 40; time++) expect(await ask()).toEqual([])
})
