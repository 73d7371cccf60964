import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { realClock } from '#src/documents/editing/clock.ts'
import { Committer } from '#src/documents/editing/committer.ts'
import { contribute } from '#src/documents/editing/contributing.ts'
import { appendChanges, type Change, currentState } from '#src/documents/editing/log.ts'
import { OpenRooms } from '#src/documents/editing/open-rooms.ts'
import { field } from '#src/documents/markup.ts'
import { documentAuthors, documents } from '#src/documents/schema.ts'
import { type Served, serveWorld } from '../../support/browser.ts'
import { type World, world } from '../../support/world.ts'
import { addText, loggedCount, openSyncedTab, textOf, until } from './co-editing.ts'
import { update } from './opened.ts'
import { startTwo } from './processes.ts'

let w: World
let served: Served

beforeAll(async () => {
  w = await world({ quiet: true })
  served = await serveWorld(w)
})
afterAll(async () => {
  await served.close()
  await w.ports.end()
})

const as = (person: PersonKey, documentId: string, bytes: Uint8Array, { ports, people, groups } = w) => {
  const { id: personId, name: personName } = people[person]
  return ports.rooms.contribute({ documentId, groupId: groups.en.id, personId, personName, update: bytes })
}

const stored = async (documentId: string) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(w.db, documentId))
  return textOf(doc.getXmlFragment(field))
}

const clientIn = (bytes: Uint8Array) => [...Y.parseUpdateMeta(bytes).to.keys()][0] ?? 0

/** One more paragraph behind what this says. */
function behind(before: Uint8Array, words: string): Uint8Array {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, before)
  const vector = Y.encodeStateVector(doc)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  doc.getXmlFragment(field).push([paragraph])
  return Y.encodeStateAsUpdate(doc, vector)
}

test('the server writes in a text that nobody has open, and the text is closed and merged afterwards', async () => {
  const { id } = await addText(w)
  const bytes = update('vom Server')
  expect(await as('tarek', id, bytes)).toBe('stored')
  expect(await stored(id)).toBe('vom Server')
  await until(async () => (await loggedCount(w, id)) === 0, 'it is merged', 20_000)
  const [author] = await w.db.select().from(documentAuthors).where(eq(documentAuthors.documentId, id))
  expect([author?.clientId, author?.personId]).toEqual([clientIn(bytes), w.people.tarek.id])
  const [text] = await w.db.select().from(documents).where(eq(documents.id, id))
  expect(text?.editedById).toBe(w.people.tarek.id)
})

test('whoever has the text open sees it at once, and twice the same is once', async () => {
  const { id, sync } = await addText(w)
  const swantje = await openSyncedTab(served, 'swantje', sync)
  onTestFinished(() => swantje.close())
  swantje.write('eins')
  await until(async () => (await stored(id)) === 'eins', 'it is stored')
  const bytes = update('zwei')
  const both = await Promise.all([as('tarek', id, bytes), as('tarek', id, bytes)])
  expect([...both, await as('tarek', id, bytes)]).toEqual(['stored', 'stored', 'stored'])
  await until(() => swantje.text().split('\n').length === 2, 'she sees it')
  expect(swantje.text()).toBe(await stored(id))
})

test('nobody writes in the name of somebody else that way, either', async () => {
  const { id } = await addText(w)
  const first = update('von Tarek')
  expect(await as('tarek', id, first)).toBe('stored')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, first)
  doc.clientID = clientIn(first)
  doc.getXmlFragment(field).push([new Y.XmlElement('paragraph')])
  expect(await as('gerd', id, Y.encodeStateAsUpdate(doc))).toBe('refused')
  expect(await stored(id)).toBe('von Tarek')
})

test('what hangs on nothing, what no schema knows and what is no change is refused', async () => {
  const { id } = await addText(w)
  const lost = behind(update('nie gesehen'), 'dahinter')
  const odd = new Y.Doc()
  odd.getXmlFragment(field).push([new Y.XmlElement('script')])
  for (const bytes of [lost, Y.encodeStateAsUpdate(odd), new Uint8Array([1, 2, 3])])
    expect(await as('tarek', id, bytes)).toBe('refused')
  expect(await stored(id)).toBe('')
})

test('what hangs on words that this process has not heard of is stored when the text has been read anew', async () => {
  const { id, sync } = await addText(w)
  const swantje = await openSyncedTab(served, 'swantje', sync)
  onTestFinished(() => swantje.close())
  const bytes = update('von anderswo')
  const change = { documentId: id, personId: w.people.bjarne.id, bytes, binds: [clientIn(bytes)] }
  await appendChanges(w.db, [change])
  expect(await as('tarek', id, behind(bytes, 'dahinter'))).toBe('stored')
  await until(() => swantje.text() === 'von anderswo\ndahinter', 'she has both')
})

test('while it cannot be stored that is said, and repeating it later is enough', async () => {
  let isAway = true
  const kept: Change[] = []
  const store = async (changes: Change[]) => {
    if (isAway) throw new Error('away')
    kept.push(...changes)
    return changes.map((_, index) => ({ seq: kept.length + index }))
  }
  const around = { clock: realClock, log: { info: () => undefined, error: () => undefined } }
  const nothing = { state: null, generation: 0, rows: [], authors: new Map<number, string>() }
  const archive = { read: async () => nothing, compact: async () => null }
  const committer = new Committer(store, around.log, around)
  const rooms = new OpenRooms({ ...around, archive, committer, linger: 1 })
  const contribution = { documentId: 'd', groupId: 'g', personId: 'p', personName: 'P', update: update('später') }
  await expect(contribute(rooms, contribution)).rejects.toThrow('cannot be stored')
  isAway = false
  expect(await contribute(rooms, contribution)).toBe('stored')
  await until(() => rooms.all().length === 0, 'the text is closed', 20_000)
  expect(kept.map(({ personId }) => personId)).toEqual(['p'])
})

test('rows that were stored beside the rooms reach everybody in every process', async () => {
  const two = await startTwo(w)
  onTestFinished(() => two.end())
  const { id, sync } = await addText(w)
  const [here, there] = await Promise.all([
    openSyncedTab(served, 'swantje', sync),
    openSyncedTab(two.one, 'gerd', sync),
  ])
  for (const tab of [here, there]) onTestFinished(() => tab.close())
  const bytes = update('daneben')
  const change = { documentId: id, personId: w.people.tarek.id, bytes, binds: [clientIn(bytes)] }
  const [receipt] = await appendChanges(w.db, [change])
  await w.ports.rooms.adopt(id, receipt && 'seq' in receipt ? [receipt.seq] : [])
  await until(() => here.text() === 'daneben' && there.text() === 'daneben', 'both read it', 20_000)
  expect(await as('bjarne', id, update('und dies'))).toBe('stored')
  await until(() => there.text().includes('und dies'), 'in the other process, too', 20_000)
})

test('a server that goes down says no', async () => {
  const { id } = await addText(w)
  const going = await world({ quiet: true })
  await going.ports.rooms.close()
  await expect(as('tarek', id, update('zu spät'), going)).rejects.toThrow('going down')
  await going.ports.end()
})
