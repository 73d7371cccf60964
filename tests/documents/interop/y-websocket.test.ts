import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createApp } from '#src/app.tsx'
import type { PersonKey } from '#src/dev/cast.ts'
import { field } from '#src/documents/markup.ts'
import { listen } from '#src/runtime/http/listening.ts'
import { keptMail } from '#src/runtime/mail.ts'
import { type NodePorts, nodePorts } from '#src/runtime/node.ts'
import { readProvided } from '#src/runtime/provided.ts'
import { freePort } from '../../support/process.ts'
import { socketWith, until, wsUrl } from '../editing/co-editing.ts'
import { checkStored, type Meeting, meet, storedDoc, textFor, textIn } from './meeting.ts'

let there: Meeting

beforeAll(async () => {
  there = await meet()
})
afterAll(() => there.end())

interface Own {
  doc: Y.Doc
  provider: WebsocketProvider
  closes: number[]
  write(words: string): void
  text(): string
}

/** The provider as anybody uses it: nothing but an address and a document. Where a browser sends a cookie, Node is told. */
async function own(
  person: PersonKey,
  sync: string,
  given: { doc?: Y.Doc; served?: { url: string; cookie(person: PersonKey): Promise<string> }; disableBc?: true } = {},
): Promise<Own> {
  const { doc = new Y.Doc(), served = there.served, ...options } = given
  const headers = { Cookie: await served.cookie(person), Origin: served.url }
  const door = `${wsUrl(served)}${sync.replace(/\/sync$/, '')}`
  const provider = new WebsocketProvider(door, 'sync', doc, { WebSocketPolyfill: socketWith(headers), ...options })
  onTestFinished(() => provider.destroy())
  const closes: number[] = []
  provider.on('connection-close', (event) => closes.push(event?.code ?? 0))
  await until(() => provider.synced, `${person} is in`)
  const body = doc.getXmlFragment(field)
  const write = (words: string) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(words)])
    body.push([paragraph])
  }
  return { doc, provider, closes, write, text: () => textIn(doc) }
}

/** Two people, each in a browser of their own. */
const apart = { disableBc: true } as const

async function expectStored(id: string, text: string): Promise<void> {
  await until(async () => textIn(await storedDoc(there.w, id)) === text, `"${text}" is stored`)
  await checkStored(there.w, id)
  expect(there.problems).toEqual([])
}

test('it connects, syncs, types and sees who is there', async () => {
  const { id, sync } = await textFor(there)
  const [swantje, tarek] = await Promise.all([own('swantje', sync, apart), own('tarek', sync, apart)])
  swantje.write('Wärme fürs Dorf')
  tarek.write('und für den Hof')
  await until(() => swantje.text() === tarek.text() && swantje.text().split('\n').length === 2, 'both agree')
  const seen = () => swantje.provider.awareness.getStates().get(tarek.doc.clientID)
  await until(() => seen()?.user?.name === 'Tarek Lindhövel', 'she sees him')
  tarek.provider.destroy()
  await until(() => !seen(), 'he has gone')
  await expectStored(id, swantje.text())
  expect([swantje.closes, tarek.closes.filter(Boolean)]).toEqual([[], []])
})

test('nothing to do for more than half a minute is no reason to connect anew', async () => {
  const { sync } = await textFor(there)
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
  const swantje = await own('swantje', sync, apart)
  for (let second = 0; second < 90; second += 3) {
    vi.advanceTimersByTime(3_000)
    await pause(second % 15 === 0 ? 100 : 5)
  }
  expect([swantje.closes, swantje.provider.synced]).toEqual([[], true])
})

test('what was typed offline arrives, even behind what is typed right after', async () => {
  const { id, sync } = await textFor(there)
  const [swantje, tarek] = await Promise.all([own('swantje', sync, apart), own('tarek', sync, apart)])
  swantje.write('vorher')
  await until(() => tarek.text() === 'vorher', 'both begin alike')
  swantje.provider.disconnect()
  for (const words of ['ohne Netz', 'noch immer']) swantje.write(words)
  tarek.write('inzwischen')
  const back = ({ status }: { status: string }) => {
    if (status === 'connected') for (const words of ['eben', 'gerade', 'jetzt']) swantje.write(words)
  }
  swantje.provider.on('status', back)
  swantje.provider.connect()
  await until(() => swantje.text() === tarek.text() && tarek.text().split('\n').length === 7, 'all of it is there')
  const hers = swantje
    .text()
    .split('\n')
    .filter((words) => words !== 'inzwischen')
  expect(hers).toEqual(['vorher', 'ohne Netz', 'noch immer', 'eben', 'gerade', 'jetzt'])
  expect(swantje.closes.filter(Boolean)).toEqual([])
  await expectStored(id, swantje.text())
})

test('a gap in the middle of a lively conversation heals by itself', async () => {
  const { id, sync } = await textFor(there)
  const [swantje, tarek] = await Promise.all([own('swantje', sync, apart), own('tarek', sync, apart)])
  const { ws } = swantje.provider
  const send = ws?.send.bind(ws)
  let sent = 0
  const isUpdate = (frame: Uint8Array) => frame[0] === 0 && frame[1] === 2
  if (ws && send)
    ws.send = (frame) => {
      if (!isUpdate(frame as Uint8Array) || sent++ % 3 !== 1) send(frame as Uint8Array<ArrayBuffer>)
    }
  for (let n = 0; n < 12; n++) {
    swantje.write(`Satz ${n}`)
    await pause(5)
  }
  await until(() => tarek.text().split('\n').length === 12, 'all sentences are there')
  expect(tarek.text()).toBe(swantje.text())
  await expectStored(id, swantje.text())
})

test('a server that restarts says so, and everybody comes back to the same text', async () => {
  const { id, sync } = await textFor(there)
  const port = await freePort()
  const first = await serveAt(port)
  const [swantje, tarek] = await Promise.all([
    own('swantje', sync, { ...apart, served: first }),
    own('tarek', sync, { ...apart, served: first }),
  ])
  swantje.write('vor dem Neustart')
  await until(() => tarek.text() === 'vor dem Neustart', 'it is seen')
  await first.stop()
  await until(() => swantje.closes[0] === 1012 && tarek.closes[0] === 1012, 'both are told')
  swantje.write('währenddessen')
  const second = await serveAt(port)
  onTestFinished(() => second.stop())
  tarek.write('auch ich')
  await until(() => swantje.provider.synced && tarek.provider.synced, 'both are back')
  await until(() => swantje.text() === tarek.text() && tarek.text().split('\n').length === 3, 'both agree')
  await expectStored(id, swantje.text())
})

/** A second server on the same database, which can be stopped. */
async function serveAt(port: number) {
  const { w, served } = there
  const ports: NodePorts = await nodePorts({ place: w.place, mail: keptMail(), log: w.ports.log })
  const url = `http://localhost:${port}`
  const app = createApp(() => ports, { ...w.settings, publicUrl: url, origins: [url] }, readProvided())
  const { close } = await listen(app.fetch, port, '127.0.0.1')
  const stop = async () => {
    await ports.rooms.close()
    await close(200)
    await ports.end()
  }
  return { url, cookie: served.cookie, stop }
}

test.each([
  [4401, 'signed out', 'bjarne', undefined],
  [4403, 'removed from the group', 'fritjof', 'en'],
] as const)('%i is final: who is %s stays away', async (code, _what, person, group) => {
  const { sync } = await textFor(there)
  const gone = await own(person, sync, apart)
  const groupId = group && there.w.groups[group].id
  await there.w.ports.bus.revoke({ personId: there.w.people[person].id, groupId, final: true })
  await until(() => gone.closes.length > 0, 'the seat is gone')
  await pause(500)
  expect([gone.closes, gone.provider.shouldConnect]).toEqual([[code], false])
})

test('two tabs of one person talk among themselves, too, and both stay', async () => {
  const { id, sync } = await textFor(there)
  const [one, two, tarek] = await Promise.all([own('swantje', sync), own('swantje', sync), own('tarek', sync, apart)])
  for (const n of [1, 2, 3, 4, 5]) {
    one.write(`eins ${n}`)
    two.write(`zwei ${n}`)
  }
  await until(() => [one, two].every((tab) => tab.text() === tarek.text()), 'all agree')
  expect(tarek.text().split('\n')).toHaveLength(10)
  const seen = (tab: Own) => tarek.provider.awareness.getStates().get(tab.doc.clientID)?.user?.name
  await until(() => [one, two].every((tab) => seen(tab) === 'Swantje Kieselbach'), 'both tabs are seen')
  await expectStored(id, tarek.text())
  expect([one.closes, two.closes]).toEqual([[], []])
  two.provider.destroy()
  await until(() => !seen(two), 'one of them has gone')
  one.write('ich bin noch da')
  await until(() => tarek.text().endsWith('noch da'), 'the other writes on')
  expect(seen(one)).toBe('Swantje Kieselbach')
})

test('a tab whose line is cut is heard through the other one of the same person', async () => {
  const { id, sync } = await textFor(there)
  const [one, two, tarek] = await Promise.all([own('swantje', sync), own('swantje', sync), own('tarek', sync, apart)])
  const { ws } = one.provider
  if (ws) ws.send = () => undefined
  one.write('über den anderen Tab')
  await until(() => two.text() === 'über den anderen Tab', 'the other tab has it')
  two.provider.ws?.close()
  await until(() => tarek.text() === 'über den anderen Tab', 'and brings it along')
  await expectStored(id, tarek.text())
})

test('a document that keeps everything ever deleted is welcome', async () => {
  const { id, sync } = await textFor(there)
  const swantje = await own('swantje', sync, { ...apart, doc: new Y.Doc({ gc: false }) })
  const tarek = await own('tarek', sync, apart)
  for (let n = 0; n < 20; n++) swantje.write(`Satz ${n}`)
  await until(() => tarek.text() === swantje.text(), 'he has it')
  tarek.doc.getXmlFragment(field).delete(3, 15)
  await until(() => swantje.text().split('\n').length === 5, 'it is gone')
  swantje.provider.disconnect()
  swantje.provider.connect()
  await until(() => swantje.provider.synced, 'she is back')
  await expectStored(id, tarek.text())
})

test('who undoes a deletion has the words back, after a reconnect too', async () => {
  const { id, sync } = await textFor(there)
  const [swantje, tarek] = await Promise.all([own('swantje', sync, apart), own('tarek', sync, apart)])
  swantje.write('bleibt')
  swantje.write('geht')
  await until(() => tarek.text() === 'bleibt\ngeht', 'he has it')
  const body = tarek.doc.getXmlFragment(field)
  const history = new Y.UndoManager(body, { captureTimeout: 0 })
  body.delete(1, 1)
  await until(() => swantje.text() === 'bleibt', 'it is gone')
  tarek.provider.disconnect()
  history.undo()
  tarek.provider.connect()
  await until(() => swantje.text() === 'bleibt\ngeht', 'it is back')
  history.redo()
  await until(() => swantje.text() === 'bleibt', 'gone again')
  history.undo()
  await until(() => swantje.text() === 'bleibt\ngeht', 'and back')
  await expectStored(id, 'bleibt\ngeht')
})

test('thousands of pieces in one answer are taken', async () => {
  const { id, sync } = await textFor(there)
  const swantje = await own('swantje', sync, apart)
  swantje.write('Mitte')
  swantje.provider.disconnect()
  const text = (swantje.doc.getXmlFragment(field).get(0) as Y.XmlElement).get(0) as Y.XmlText
  for (let n = 0; n < 5_000; n++) text.insert((n * 7) % text.length, 'ä')
  for (let n = 0; n < 300; n++) text.format(n * 10, 3, n % 2 ? { bold: {} } : { italic: {} })
  swantje.provider.connect()
  await until(() => swantje.provider.synced, 'she is back')
  const tarek = await own('tarek', sync, apart)
  await until(() => tarek.text() === swantje.text(), 'he has all of it')
  await expectStored(id, swantje.text())
  expect(swantje.closes.filter(Boolean)).toEqual([])
})

test('a document that keeps everything may have changed an attribute many times offline', async () => {
  const { id, sync } = await textFor(there)
  const swantje = await own('swantje', sync, { ...apart, doc: new Y.Doc({ gc: false }) })
  const tarek = await own('tarek', sync, apart)
  const heading = new Y.XmlElement('heading')
  heading.insert(0, [new Y.XmlText('Wärme')])
  swantje.doc.getXmlFragment(field).push([heading])
  await until(() => tarek.text() === 'Wärme', 'he has it')
  swantje.provider.disconnect()
  for (const level of [1, 2, 3, 1, 2]) heading.setAttribute('level', level as unknown as string)
  swantje.provider.connect()
  const seen = () => (tarek.doc.getXmlFragment(field).get(0) as Y.XmlElement<{ level: number }>).getAttribute('level')
  await until(() => seen() === 2, 'the last one counts')
  await expectStored(id, 'Wärme')
  expect(swantje.closes.filter(Boolean)).toEqual([])
})
