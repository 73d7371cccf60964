import { randomUUID } from 'node:crypto'
import { expect, inject, test } from 'vitest'
import { checkServer, connect, migrateDatabase, socketPlace } from '#src/runtime/postgres/database.ts'

async function emptyDatabase() {
  const name = `empty_${randomUUID().replaceAll('-', '')}`
  const client = connect(socketPlace(inject('socket')), { max: 1 })
  await client`create database ${client(name)}`
  await client.end()
  return socketPlace(inject('socket'), name)
}

test('eight servers that start at once on an empty database all find it migrated, once', async () => {
  const place = await emptyDatabase()
  await Promise.all(Array.from({ length: 8 }, () => migrateDatabase(place)))
  const client = connect(place, { max: 1 })
  const [applied] =
    await client`select count(*)::int, count(distinct hash)::int as hashes from drizzle.__drizzle_migrations`
  const [people] = await client`select count(*)::int from people`
  await client.end()
  expect(applied?.count).toBe(applied?.hashes)
  expect(people?.count).toBe(0)
})

test('a database that does not answer is said by its code, without its address', async () => {
  const url = 'postgres://name:secret@127.0.0.1:1/db'
  await expect(checkServer({ url })).rejects.toMatchObject({
    code: 'database_unreachable',
    facts: { code: 'ECONNREFUSED' },
  })
})
