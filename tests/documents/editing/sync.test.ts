import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { currentState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { documentGuests, documents } from '#src/documents/schema.ts'
import { connect } from '#src/runtime/postgres/database.ts'
import { serveWorld } from '../../support/browser.ts'
import { servedWorld } from '../../support/served-world.ts'
import { world } from '../../support/world.ts'
import { addText, loggedCount, openSyncedTab, textOf, until, wsUrl } from './co-editing.ts'

const set = servedWorld()

async function open(...given: Parameters<typeof openSyncedTab> extends [unknown, ...infer Rest] ? Rest : never) {
  const tab = await openSyncedTab(set.served, ...given)
  onTestFinished(() => tab.close())
  return tab
}

const storedText = async (documentId: string) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(set.w.db, documentId))
  return textOf(doc.getXmlFragment(field))
}

/** As if the database had lost a table for a while. */
async function without(table: string, work: () => Promise<void>) {
  const client = connect(set.w.place, { max: 1 })
  await client`alter table ${client(table)} rename to away`
  await work().finally(() => client`alter table away rename to ${client(table)}`)
  await client.end()
}

/** What the door says before any socket exists. */
const knock = (path: string, headers: Record<string, string>) =>
  new Promise<number>((resolve, reject) => {
    const socket = new WebSocket(`${wsUrl(set.served)}${path}`, { headers })
    socket.on('open', () => {
      resolve(101)
      socket.terminate()
    })
    socket.on('unexpected-response', (_, response) => resolve(response.statusCode ?? 0))
    socket.on('error', reject)
  })

test('two people who write at once end up with the same text, and it is stored', async () => {
  const { id, sync } = await addText(set.w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
  for (const n of [1, 2, 3, 4, 5]) {
    swantje.write(`Swantje ${n}`)
    tarek.write(`Tarek ${n}`)
  }
  await until(() => swantje.text() === tarek.text() && swantje.text().split('\n').length === 10, 'both have all')
  expect(await storedText(id)).toBe(swantje.text())
})

test('nobody sees what is not stored yet, and who wrote it is not told that it is', async () => {
  const { id, sync } = await addText(set.w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync, { saved: '1' }), open('tarek', sync)])
  const other = connect(set.w.place, { max: 1 })
  await other.begin(async (held) => {
    await held`lock table document_updates in exclusive mode`
    swantje.write('Noch nicht')
    const late = await open('bjarne', sync)
    await until(() => swantje.saved.count === 1, 'her greeting is counted')
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect([tarek.text(), late.text(), await loggedCount(set.w, id), swantje.saved.count]).toEqual(['', '', 0, 1])
  })
  await until(() => tarek.text() === 'Noch nicht', 'Tarek sees it')
  expect(await loggedCount(set.w, id)).toBe(1)
  await until(() => swantje.saved.count === 2, 'she is told')
  await other.end()
})

test('what could not be stored stays in order, is tried again, and then arrives', async () => {
  const { id, sync } = await addText(set.w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync, { saved: '1' }), open('tarek', sync)])
  await without('document_updates', async () => {
    swantje.write('eins')
    swantje.write('zwei')
    await until(() => swantje.saved.state === 1, 'she is told that it is not saved')
    expect([tarek.text(), swantje.saved.count, set.w.ports.rooms.healthy()]).toEqual(['', 1, false])
  })
  await until(() => swantje.saved.count === 3, 'all is saved')
  expect([await storedText(id), swantje.saved.state, set.w.ports.rooms.healthy()]).toEqual(['eins\nzwei', 0, true])
  await until(() => tarek.text() === 'eins\nzwei', 'Tarek sees it in order')
})

test('a text that cannot be read is refused and never shown empty', async () => {
  const { sync } = await addText(set.w)
  const headers = { Cookie: await set.served.cookie('swantje'), Origin: set.served.url }
  await without('document_states', async () => expect(await knock(sync, headers)).toBe(500))
  expect(await knock(sync, headers)).toBe(101)
})

test('who only reads gets every word and changes none', async () => {
  const { id, sync } = await addText(set.w, 'di')
  await set.w.db.insert(documentGuests).values({ documentId: id, personId: set.w.people.vera.id })
  const [piet, vera] = await Promise.all([open('piet', sync), open('vera', sync, { saved: '1' })])
  vera.write('von Vera')
  piet.write('von Piet')
  await until(() => vera.text().includes('von Piet'), 'Vera reads')
  await set.w.ports.rooms.settle(id)
  expect([piet.text(), await storedText(id), vera.saved.count]).toEqual(['von Piet', 'von Piet', 0])
})

test('an editor of an earlier schema may only read until it is reloaded', async () => {
  const { id, sync } = await addText(set.w)
  const outdated = await open('swantje', sync, { schema: '0', saved: '1' })
  outdated.write('aus einem alten Fenster')
  outdated.provider.disconnect()
  outdated.provider.connect()
  await until(() => outdated.saved.state === 2, 'it is told to reload')
  expect(await storedText(id)).toBe('')
})

test.each([
  ['somebody of another group', 'nele', {}, 404],
  ['a guest who was not invited to this text', 'vera', {}, 404],
  ['nobody in particular', null, {}, 401],
  ['a page from elsewhere', 'swantje', { Origin: 'https://example.org' }, 403],
  ['our own address without its port', 'swantje', { Origin: 'http://localhost' }, 403],
  ['a sandboxed page', 'swantje', { Origin: 'null' }, 403],
  ['a client that does not say where it comes from', 'swantje', { Origin: '' }, 403],
  ['a member from our own page', 'swantje', {}, 101],
] as const)('%s knocks: %s %o → %i', async (_who, person, headers, expected) => {
  const { sync } = await addText(set.w, person === 'vera' ? 'di' : 'en')
  const Cookie = person ? await set.served.cookie(person) : ''
  const sent = Object.fromEntries(
    Object.entries({ Cookie, Origin: set.served.url, ...headers }).filter(([, v]) => v !== ''),
  )
  expect(await knock(sync, sent)).toBe(expected)
})

test('sockets are not compressed', async () => {
  const { sync } = await addText(set.w)
  const headers = { Cookie: await set.served.cookie('swantje'), Origin: set.served.url }
  const socket = new WebSocket(`${wsUrl(set.served)}${sync}`, { headers, perMessageDeflate: true })
  await new Promise((resolve) => socket.on('open', resolve))
  expect(socket.extensions).toBe('')
  socket.terminate()
})

test.each([
  ['removed from the group', { groupId: 'en', final: true }, 4403],
  ['signed out', { final: true }, 4401],
] as const)('who is %s loses the open text within a second, for good', async (_what, revoked, code) => {
  const { sync } = await addText(set.w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
  const closed = new Promise<number>((resolve) => swantje.provider.on('closed', ({ code }) => resolve(code)))
  const groupId = 'groupId' in revoked ? set.w.groups.en.id : undefined
  await set.w.ports.bus.revoke({ personId: set.w.people.swantje.id, groupId, final: true })
  swantje.write('zu spät')
  expect(await closed).toBe(code)
  tarek.write('weiter')
  await until(() => tarek.provider.synced, 'Tarek is still in')
  expect(tarek.text()).toBe('weiter')
})

test('whose role has changed comes back by itself and is judged anew', async () => {
  const { id, sync } = await addText(set.w)
  const swantje = await open('swantje', sync)
  const closes: number[] = []
  swantje.provider.on('connection-close', (event) => closes.push(event?.code ?? 0))
  await set.w.ports.bus.revoke({ personId: set.w.people.swantje.id, groupId: set.w.groups.en.id, final: false })
  await until(() => closes.length > 0, 'the seat is gone')
  swantje.write('wieder da')
  await until(() => swantje.provider.synced && closes[0] === 4500, 'she is back')
  await until(async () => (await storedText(id)) === 'wieder da', 'what she wrote meanwhile is stored')
})

test('when the last person has left, the log is merged and lists know what is in the text', async () => {
  const { id, sync } = await addText(set.w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
  swantje.write('Wer neben dem Windrad wohnt')
  await until(() => tarek.text() !== '', 'Tarek reads it')
  const read = await currentState(set.w.db, id)
  for (const tab of [swantje, tarek]) tab.close()
  await until(async () => (await loggedCount(set.w, id)) === 0, 'the log is merged')
  const [document] = await set.w.db.select().from(documents).where(eq(documents.id, id))
  expect(document).toMatchObject({
    plainText: 'Wer neben dem Windrad wohnt',
    wordCount: 5,
    editedById: set.w.people.swantje.id,
  })
  expect(Y.encodeStateVectorFromUpdate(await currentState(set.w.db, id))).toEqual(Y.encodeStateVectorFromUpdate(read))
  const again = await open('bjarne', sync)
  expect(again.text()).toBe('Wer neben dem Windrad wohnt')
})

test('a client that only comes back adds nothing to the log', async () => {
  const { id, sync } = await addText(set.w)
  const swantje = await open('swantje', sync, { saved: '1' })
  swantje.write('eins')
  swantje.doc.getXmlFragment(field).delete(0, 1)
  swantje.write('zwei')
  await until(async () => (await loggedCount(set.w, id)) === 3, 'all is stored')
  swantje.provider.ws?.close()
  await until(() => swantje.saved.count === 1, 'what it repeats is known')
  expect(await loggedCount(set.w, id)).toBe(3)
})

test('one person may have forty windows open, not more', { timeout: 30_000 }, async () => {
  const { sync } = await addText(set.w)
  const headers = { Cookie: await set.served.cookie('gerd'), Origin: set.served.url }
  const sockets = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const socket = new WebSocket(`${wsUrl(set.served)}${sync}`, { headers })
      await new Promise((resolve) => socket.on('open', resolve))
      return socket
    }),
  )
  await until(async () => (await knock(sync, headers)) === 429, 'the next one is refused')
  for (const socket of sockets) socket.terminate()
  await until(async () => (await knock(sync, headers)) === 101, 'there is room again')
})

test('a server that goes down stores what is on its way and asks everybody to come back', async () => {
  const own = await world()
  const there = await serveWorld(own)
  const { id, sync } = await addText(own)
  const tab = await openSyncedTab(there, 'swantje', sync)
  const closes: (number | undefined)[] = []
  tab.provider.on('connection-close', (event) => closes.push(event?.code))
  tab.write('gerade noch')
  await until(async () => (await loggedCount(own, id)) === 1, 'it has arrived')
  await own.ports.rooms.close()
  await until(() => closes[0] === 1012, 'the tab is told')
  tab.close()
  const [document] = await own.db.select().from(documents).where(eq(documents.id, id))
  expect(document?.plainText).toBe('gerade noch')
  await there.close()
  await own.ports.end()
})
