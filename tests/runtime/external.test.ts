import { cp, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { connect } from '#src/runtime/postgres/database.ts'
import { isHeld } from '#src/runtime/postgres/hold.ts'
import { emptyTemplate, freshDatabase } from '../support/databases.ts'
import { freePort, kreislauf, newFolder, type RunningServer, startServer, stopServer } from '../support/process.ts'

let place: Awaited<ReturnType<typeof freshDatabase>>
let server: RunningServer
const folders: string[] = []

/** By way of the unix socket of the tests' database. */
const envOf = (database = place.database) => ({
  DATABASE_URL: `postgres:///${database}`,
  PGHOST: inject('socket'),
  PGUSER: 'postgres',
  LANG: 'en_GB.UTF-8',
})

const folder = async () => {
  const made = await newFolder()
  folders.push(made)
  return made
}

const elsewhere = async (more: Record<string, string> = {}) => ({
  ...envOf(),
  PORT: String(await freePort()),
  DATA_DIR: await folder(),
  ...more,
})

beforeAll(async () => {
  place = await freshDatabase(emptyTemplate)
  server = await startServer('start', await folder(), envOf())
})

afterAll(async () => {
  for (const made of folders) await rm(made, { recursive: true })
})

test('a second server on the same database is welcome, on the same data folder, too: it only needs another port', async () => {
  const second = await startServer('start', server.dataDir, envOf())
  for (const { url } of [server, second]) expect((await fetch(`${url}/readyz`)).status).toBe(200)
  expect(await stopServer(second)).toMatchObject({ code: 0 })
  expect(await isHeld(place)).toBe(true)
  const asked = await kreislauf(['sign-in', 'a@b.org'], server.env).ended
  expect(asked).toMatchObject({ code: 1, err: 'Nobody is known under the address a@b.org.\n' })
})

test('a server on a database elsewhere does not keep the rows of its data folder from another one', async () => {
  const own = await startServer('start', server.dataDir)
  expect((await fetch(`${own.url}/readyz`)).status).toBe(200)
  expect(await stopServer(own)).toMatchObject({ code: 0 })
})

test('a server that loses its hold goes on, says so, and takes it back', async () => {
  const client = connect(place, { max: 1 })
  const [gone] = await client`
    select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and objid = 7231605
      and database = (select oid from pg_database where datname = current_database())`
  await client.end()
  expect(gone?.pg_terminate_backend).toBe(true)
  while (!server.said().includes('database.held_again')) await sleep(50)
  expect(server.said()).toContain('database.hold')
  expect(await isHeld(place)).toBe(true)
  expect((await fetch(`${server.url}/readyz`)).status).toBe(200)
})

test('a sign-in link is for the database of the running server and for no other', async () => {
  const other = await freshDatabase()
  const asked = ['sign-in', 'henrike.talmann@example.org']
  const wrong = await kreislauf(asked, { ...server.env, ...envOf(other.database) }).ended
  expect(wrong).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('No server is running on the database'),
  })
  const right = await kreislauf(asked, server.env).ended
  expect(right).toMatchObject({ code: 1, err: 'Nobody is known under the address henrike.talmann@example.org.\n' })
})

test('what a server left behind, or a copy of its folder, is no running server', async () => {
  const copy = await folder()
  const name = `server-${server.env.PORT}.json`
  await cp(`${server.dataDir}/${name}`, `${copy}/${name}`)
  const ofCopy = await kreislauf(['sign-in', 'a@b.org'], { ...server.env, DATA_DIR: copy }).ended
  expect(ofCopy).toMatchObject({ code: 1, err: expect.stringContaining('No server is running') })
  server.child.kill('SIGKILL')
  await server.ended
  const left = await kreislauf(['sign-in', 'a@b.org'], server.env).ended
  expect(left).toMatchObject({ code: 1, err: expect.stringContaining('No server is running') })
})

test('after a hard end the next server starts on the same database, and a stop gives it back', async () => {
  const next = await startServer('start', server.dataDir, envOf())
  expect(await stopServer(next)).toMatchObject({ code: 0 })
  expect(await isHeld(place)).toBe(false)
})

test('a database that does not exist, and an account that may not enter or create, are named as such', {
  timeout: 60_000,
}, async () => {
  const missing = await kreislauf(['start'], await elsewhere(envOf('nowhere'))).ended
  expect(missing).toMatchObject({ code: 1, err: expect.stringContaining('does not exist on that server') })
  const stranger = await kreislauf(['start'], await elsewhere({ PGUSER: 'stranger' })).ended
  expect(stranger).toMatchObject({ code: 1, err: expect.stringContaining('refuses to let this account in (28000)') })

  const bare = await freshDatabase('template1')
  const client = connect(bare, { max: 1 })
  await client`create role poor login`
  const env = await elsewhere({ ...envOf(bare.database), PGUSER: 'poor' })
  const poor = await kreislauf(['start'], env).ended
  await client`drop role poor`
  await client.end()
  expect(poor).toMatchObject({ code: 1, err: expect.stringContaining('may not create tables') })
})
