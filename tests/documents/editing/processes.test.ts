import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { documentStates, documentUpdates } from '#src/documents/schema.ts'
import { paths } from '#src/paths.ts'
import { connect } from '#src/runtime/postgres/database.ts'
import { type World, world } from '../../support/world.ts'
import { addText, loggedCount, openSyncedTab, type Tab, textOf, until } from './co-editing.ts'
import { holdStoring, somebodyWaits } from './in-the-way.ts'
import { startTwo } from './processes.ts'

let w: World
let two: Awaited<ReturnType<typeof startTwo>>

beforeAll(async () => {
  w = await world({ quiet: true })
  two = await startTwo(w)
})
afterAll(async () => {
  await two.end()
  await w.ports.end()
})

async function open(at: (typeof two)['one'], person: PersonKey, sync: string): Promise<Tab> {
  const tab = await openSyncedTab(at, person, sync, { saved: '1' })
  onTestFinished(() => tab.close())
  return tab
}

/** Swantje by way of one process, Tarek by way of the other. */
async function openBoth() {
  const text = await addText(w)
  const [swantje, tarek] = await Promise.all([open(two.one, 'swantje', text.sync), open(two.other, 'tarek', text.sync)])
  return { ...text, swantje, tarek }
}

const textIn = (state: Uint8Array) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  return textOf(doc.getXmlFragment(field))
}

type State = { cursor?: object | null; user: { name: string; id: string } }

const stateAt = (tab: Tab, of: Tab) => tab.provider.awareness.getStates().get(of.doc.clientID) as State | undefined

test('what one writes by way of one process is read by way of the other, in both directions', async () => {
  const { id, swantje, tarek } = await openBoth()
  swantje.write('Wer neben dem Windrad wohnt')
  await until(() => tarek.text() === 'Wer neben dem Windrad wohnt', 'Tarek reads it')
  tarek.write('hat etwas davon')
  await until(() => swantje.text() === tarek.text(), 'Swantje reads the rest')
  expect(textIn(await currentState(w.db, id))).toBe(tarek.text())
})

test('two who write at once by way of different processes end up with one text, and it is stored', async () => {
  const { id, swantje, tarek } = await openBoth()
  for (let n = 0; n < 100; n++) {
    swantje.write(`s${n}`)
    tarek.write(`t${n}`)
    if (n % 10 === 0) await pause(5)
  }
  const paragraphs = () => swantje.text().split('\n').length
  await until(() => paragraphs() === 200 && swantje.text() === tarek.text(), 'both have everything')
  expect(textIn(await currentState(w.db, id))).toBe(swantje.text())
})

test('the one sees who is there by way of the other and where, until they leave', async () => {
  const { swantje, tarek } = await openBoth()
  const end = Y.createRelativePositionFromTypeIndex(swantje.doc.getXmlFragment(field), 0)
  const cursor = { anchor: Y.relativePositionToJSON(end), head: Y.relativePositionToJSON(end) }
  swantje.provider.awareness.setLocalState({ cursor, user: { name: 'Henrike Talmann' } })
  await until(() => Boolean(stateAt(tarek, swantje)?.cursor), 'Tarek sees her caret')
  expect(stateAt(tarek, swantje)?.user).toMatchObject({ id: w.people.swantje.id, name: 'Swantje Kieselbach' })
  swantje.close()
  await until(() => stateAt(tarek, swantje) === undefined, 'she is gone')
})

test('who comes later sees who was there before by way of the other process', async () => {
  const text = await addText(w)
  const swantje = await open(two.one, 'swantje', text.sync)
  await pause(300)
  const tarek = await open(two.other, 'tarek', text.sync)
  await until(() => stateAt(tarek, swantje) !== undefined, 'Tarek sees her')
})

test('a log that one process merges stays readable and writable in the other', async () => {
  const { id, sync, swantje, tarek } = await openBoth()
  swantje.write('eins')
  tarek.write('zwei')
  await until(() => swantje.text().length === 9 && tarek.text().length === 9, 'both have both')
  swantje.close()
  await until(async () => (await loggedCount(w, id)) === 0, 'it is merged')
  tarek.write('drei')
  const bjarne = await open(two.one, 'bjarne', sync)
  expect(bjarne.text()).toBe(tarek.text())
  bjarne.write('vier')
  await until(() => tarek.text() === bjarne.text(), 'Tarek has that, too')
  const [state] = await w.db.select().from(documentStates).where(eq(documentStates.documentId, id))
  expect(state?.generation).toBe(1)
})

test('what nobody has told of is found nevertheless', async () => {
  const { id, tarek } = await openBoth()
  const doc = new Y.Doc()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('unerhört')])
  doc.getXmlFragment(field).push([paragraph])
  const bytes = Y.encodeStateAsUpdate(doc)
  await w.db.insert(documentUpdates).values({ documentId: id, personId: w.people.bjarne.id, bytes })
  await until(() => tarek.text() === 'unerhört', 'it is found')
})

test('a process whose line to the others breaks lets everybody come back, and hears again', async () => {
  const { swantje, tarek } = await openBoth()
  const closes: (number | undefined)[] = []
  for (const tab of [swantje, tarek]) tab.provider.on('connection-close', (event) => closes.push(event?.code))
  const client = connect(w.place, { max: 1 })
  await client`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen%'`
  await client.end()
  await until(() => closes.length >= 2, 'both are sent back to be judged anew')
  expect(new Set(closes)).toEqual(new Set([4500]))
  await until(() => swantje.provider.synced && tarek.provider.synced, 'both are back')
  swantje.write('wieder da')
  await until(() => tarek.text() === 'wieder da', 'Tarek reads it')
})

test('who signs out by way of one process loses the text that is open by way of the other within a second', async () => {
  const { sync } = await addText(w)
  const cookie = await two.one.cookie('swantje')
  const tab = await openSyncedTab({ ...two.other, cookie: async () => cookie }, 'swantje', sync)
  onTestFinished(() => tab.close())
  const closed = new Promise<number>((resolve) => tab.provider.on('closed', ({ code }) => resolve(code)))
  const headers = { Cookie: cookie, Origin: two.one.url, 'Content-Type': 'application/x-www-form-urlencoded' }
  const began = performance.now()
  const answer = await fetch(two.one.url + paths.signOut(), { method: 'POST', headers, redirect: 'manual' })
  expect(answer.status).toBe(303)
  // Where an answer alone takes long, everything does.
  const soon = Math.max(1_000, 5 * (performance.now() - began))
  expect(await Promise.race([closed, pause(soon, 'too late')])).toBe(4401)
})

test('before a version is frozen in one process, another stores what it has of the text', async () => {
  const { id, tarek } = await openBoth()
  const letGo = await holdStoring(w)
  tarek.write('gerade noch')
  await until(() => somebodyWaits(w), 'it is being stored')
  let isSettled = false
  const settled = w.ports.rooms.settle(id).then(() => {
    isSettled = true
  })
  await pause(300)
  expect(isSettled).toBe(false)
  await letGo()
  await settled
  expect(textIn(await currentState(w.db, id))).toBe('gerade noch')
})
