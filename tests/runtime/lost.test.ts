import { setTimeout as sleep } from 'node:timers/promises'
import { inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '#src/db/database.ts'
import { people } from '#src/identity/schema.ts'
import { type Connection, connect, openDatabase } from '#src/runtime/postgres/database.ts'
import { emptyTemplate, freshDatabase } from '../support/databases.ts'

let place: Awaited<ReturnType<typeof freshDatabase>>
let outside: ReturnType<typeof connect>
let connection: Connection

beforeAll(async () => {
  place = await freshDatabase(emptyTemplate)
  outside = connect(place, { max: 1 })
  // One connection only: whoever comes next gets the one that was lost.
  connection = openDatabase(place, 1)
})

afterAll(async () => {
  await connection.end()
  await outside.end()
})

const backendOf = async (tx: Database): Promise<number> =>
  Number((await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`))[0]?.pid)

const cut = async (backend: number) => {
  await outside`select pg_terminate_backend(${backend})`
}

const write = (tx: Database, name: string) => tx.insert(people).values({ name, email: `${name}@example.org` })

const written = async (...names: string[]) =>
  (await outside<{ name: string }[]>`select name from people where name in ${outside(names)} order by name`).map(
    ({ name }) => name,
  )

/** The first question after a loss may still hear of it. */
const goesOn = () => expect.poll(() => connection.db.$count(people).catch(() => -1)).toBeGreaterThan(-1)

test('a transaction whose connection ends between two questions fails as a whole, and everything else goes on', async () => {
  const lost = connection.db.transaction(async (tx) => {
    await write(tx, 'eins')
    await cut(await backendOf(tx))
    await sleep(200)
    await write(tx, 'zwei')
  })
  await expect(lost).rejects.toThrow()
  await sleep(300)
  await goesOn()
  expect(await written('eins', 'zwei')).toEqual([])
})

test('a transaction whose connection ends while something is asked fails, however it goes on about that', async () => {
  const lost = connection.db.transaction(async (tx) => {
    const backend = await backendOf(tx)
    const asked = tx.execute(sql`select pg_sleep(20)`)
    setTimeout(() => void cut(backend), 100)
    await asked.catch(() => undefined)
    await sleep(100)
    await write(tx, 'drei').catch(() => undefined)
    await write(tx, 'vier')
  })
  await expect(lost).rejects.toThrow()
  await sleep(300)
  await goesOn()
  expect(await written('drei', 'vier')).toEqual([])
})

test('what a lost transaction still wants to write never lands in that of somebody else', async () => {
  let lostOver = () => {}
  const stray = new Promise<void>((resolve) => {
    lostOver = resolve
  })
  const lost = connection.db.transaction(async (tx) => {
    await cut(await backendOf(tx))
    await sleep(300)
    await write(tx, 'fuenf').finally(lostOver)
  })
  await expect(lost).rejects.toThrow()
  await goesOn()
  await connection.db.transaction(async (tx) => {
    await write(tx, 'sechs')
    await stray
    await sleep(100)
    await write(tx, 'sieben')
  })
  expect(await written('fuenf', 'sechs', 'sieben')).toEqual(['sechs', 'sieben'])
})

test('what fails for another reason is rolled back, and its connection serves the next one', async () => {
  const refused = connection.db.transaction(async (tx) => {
    await write(tx, 'acht')
    throw new Error('not today')
  })
  await expect(refused).rejects.toThrow('not today')
  const twice = connection.db.transaction(async (tx) => {
    await write(tx, 'neun')
    await write(tx, 'neun')
  })
  await expect(twice).rejects.toThrow()
  await connection.db.transaction((tx) => write(tx, 'zehn'))
  expect(await written('acht', 'neun', 'zehn')).toEqual(['zehn'])
  await connection.db.delete(people).where(inArray(people.name, ['zehn']))
})
