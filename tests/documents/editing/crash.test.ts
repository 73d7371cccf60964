import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { field } from '#src/documents/markup.ts'
import { cookieFrom } from '../../support/cookie-from.ts'
import { freePort } from '../../support/process.ts'
import { type World, world } from '../../support/world.ts'
import { addText, openSyncedTab, type Tab, textOf, until } from './co-editing.ts'
import { numbersOf } from './numbered.ts'

let w: World

beforeAll(async () => {
  w = await world()
})
afterAll(() => w.ports.end())

async function startServer(port: number): Promise<ChildProcess> {
  const { socket = '', database = '' } = w.place
  const program = join(import.meta.dirname, 'crash-server.ts')
  const server = spawn(process.execPath, ['--import', 'tsx', program, socket, database, String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void server.kill('SIGKILL'))
  await once(server.stdout as NodeJS.ReadableStream, 'data')
  return server
}

async function kill(server: ChildProcess): Promise<void> {
  server.kill('SIGKILL')
  await once(server, 'exit')
}

async function enter(served: ReturnType<typeof servedAt>, person: PersonKey, sync: string): Promise<Tab> {
  const tab = await openSyncedTab(served, person, sync, { saved: '1' })
  onTestFinished(() => tab.close())
  return tab
}

const servedAt = (port: number) => {
  const url = `http://localhost:${port}`
  return { url, cookie: cookieFrom(w, url) }
}

/** Types numbered letters, as fast as people never do, until told to stop. */
function type(tab: Tab, letter: string): () => void {
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  tab.doc.getXmlFragment(field).push([paragraph])
  let count = 0
  const timer = setInterval(() => text.insert(text.length, `${letter}-${count++};`), 4)
  return () => clearInterval(timer)
}

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i)

test('who goes on writing through a crash finds everything afterwards, once', { timeout: 60_000 }, async () => {
  const port = await freePort()
  const served = servedAt(port)
  const { sync } = await addText(w)
  const first = await startServer(port)
  const [swantje, tarek] = await Promise.all([enter(served, 'swantje', sync), enter(served, 'tarek', sync)])
  const stop = [type(swantje, 's'), type(tarek, 't')]
  await pause(300)
  await kill(first)
  await pause(300)
  const second = await startServer(port)
  await pause(1_500)
  for (const end of stop) end()
  await until(
    () => swantje.text() === tarek.text() && swantje.provider.synced && tarek.provider.synced,
    'both agree',
    15_000,
  )
  const fresh = await enter(served, 'bjarne', sync)
  await until(() => fresh.text() === swantje.text(), 'the server agrees')
  for (const letter of ['s', 't']) {
    const numbers = numbersOf(textOf(fresh.doc.getXmlFragment(field)), letter)
    expect(numbers).toEqual(upTo(numbers.length))
  }
  for (const tab of [swantje, tarek, fresh]) tab.close()
  await kill(second)
})
