import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { createApp } from '#src/app.tsx'
import { type Base, loadBase } from '#src/dev/base.ts'
import type { PersonKey } from '#src/dev/cast.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { keptMail } from '#src/runtime/mail.ts'
import { type NodePorts, nodePorts } from '#src/runtime/node.ts'
import { migrateDatabase, openDatabase } from '#src/runtime/postgres/database.ts'
import { type Postgres, startPostgres } from '#src/runtime/postgres/server.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { type Served, serveWorld } from '../../support/browser.ts'
import { testSettings, type World } from '../../support/world.ts'
import { addText, openSyncedTab, type Tab, textOf, until } from './co-editing.ts'
import { holdStoring } from './in-the-way.ts'

let folder: string
let postgres: Postgres
let w: World
let served: Served

/** A database that is ours alone, so that it can be taken away. */
const startDatabase = () => startPostgres({ data: join(folder, 'rows'), socket: folder }, ['fsync=off'])

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kreislauf-restart-'))
  postgres = await startDatabase()
  const { place } = postgres
  await migrateDatabase(place)
  const { db, end } = openDatabase(place, 1)
  const base: Base = await loadBase(db)
  await end()
  const ports: NodePorts = await nodePorts({
    place,
    mail: keptMail(),
    log: { info: () => undefined, error: () => undefined },
  })
  const app = createApp(() => ports, testSettings, readProvided())
  w = { ...base, place, ports, db: ports.db, settings: testSettings, app } as World
  served = await serveWorld(w)
})
afterAll(async () => {
  await w.ports.rooms.close()
  await served.close()
  await w.ports.end()
  await postgres.stop()
  await rm(folder, { recursive: true })
})

async function open(person: PersonKey, sync: string): Promise<Tab> {
  const tab = await openSyncedTab(served, person, sync, { saved: '1' })
  onTestFinished(() => tab.close())
  return tab
}

const statusOf = async (path: string) => (await fetch(served.url + path)).status

const linesOf = (text: string) => text.split('\n').filter(Boolean).sort()

async function storedLines(id: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(w.db, id))
  return linesOf(textOf(doc.getXmlFragment(field)))
}

/** Both write without pause until told to stop; says what they have written. */
function keepWriting(...tabs: [string, Tab][]): () => string[] {
  const written: string[] = []
  const timer = setInterval(() => {
    for (const [letter, tab] of tabs) {
      written.push(`${letter}${written.length}`)
      tab.write(written.at(-1) ?? '')
    }
  }, 20)
  return () => {
    clearInterval(timer)
    return written.sort()
  }
}

/** */
test('a database that restarts while people write costs no word and no start of the server', {
  timeout: 60_000,
}, async () => {
  const { id, sync } = await addText(w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
  const stop = keepWriting(['s', swantje], ['t', tarek])
  await pause(300)
  await postgres.stop()
  await until(async () => (await statusOf('/readyz')) === 503, 'the server says that it is not ready')
  expect(await statusOf('/healthz')).toBe(200)
  await until(() => swantje.saved.state === 1, 'she is told that nothing is saved')
  await pause(1_500)
  postgres = await startDatabase()
  await until(async () => (await statusOf('/readyz')) === 200, 'it is ready again')
  const written = stop()
  const all = () => [swantje, tarek].every((tab) => linesOf(tab.text()).length === written.length)
  await until(all, 'both have everything')
  await until(async () => (await storedLines(id)).length === written.length, 'all of it is stored')
  expect(await storedLines(id)).toEqual(written)
  await until(() => swantje.saved.state === 0, 'she is told so')
})

/** */
test('a database that hangs is noticed, holds up nothing else, and afterwards all is stored once', async () => {
  const { id, sync } = await addText(w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
  const letGo = await holdStoring(w)
  const stop = keepWriting(['s', swantje], ['t', tarek])
  await until(async () => (await statusOf('/readyz')) === 503, 'the server says that it is not ready')
  expect(await statusOf('/healthz')).toBe(200)
  expect(tarek.text()).not.toContain('s0')
  await until(() => swantje.saved.state === 1, 'she is told that nothing is saved')
  const written = stop()
  await letGo()
  await until(async () => (await statusOf('/readyz')) === 200, 'it is ready again')
  await until(() => [swantje, tarek].every((tab) => linesOf(tab.text()).length === written.length), 'both have all')
  expect(await storedLines(id)).toEqual(written)
})
