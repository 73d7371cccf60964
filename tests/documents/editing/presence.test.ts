import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { field } from '#src/documents/markup.ts'
import { servedWorld } from '../../support/served-world.ts'
import { addText, openSyncedTab, type Tab, until, wsUrl } from './co-editing.ts'

const set = servedWorld()

async function open(person: PersonKey, sync: string) {
  const tab = await openSyncedTab(set.served, person, sync)
  onTestFinished(() => tab.close())
  return tab
}

type State = { cursor?: unknown; user: { name: string; id: string; tint: number; color: string; access: string } }

const stateAt = (tab: Tab, of: Tab) => tab.provider.awareness.getStates().get(of.doc.clientID) as State | undefined

const cursorIn = (tab: Tab) => {
  const end = Y.createRelativePositionFromTypeIndex(tab.doc.getXmlFragment(field), 0)
  return { anchor: Y.relativePositionToJSON(end), head: Y.relativePositionToJSON(end) }
}

test('others see who is there and where, under the name that the server knows', async () => {
  const { sync } = await addText(set.w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
  const cursor = cursorIn(swantje)
  swantje.provider.awareness.setLocalState({
    user: { name: 'Henrike Talmann', id: set.w.people.henrike.id, color: 'url(//example.org)' },
    cursor,
    html: '<b>',
  })
  await until(() => stateAt(tarek, swantje)?.cursor !== null && stateAt(tarek, swantje) !== undefined, 'Tarek sees her')
  const seen = stateAt(tarek, swantje)
  expect(Object.keys(seen ?? {}).sort()).toEqual(['cursor', 'user'])
  expect(seen?.cursor).toEqual(JSON.parse(JSON.stringify(cursor)))
  expect(seen?.user).toMatchObject({ name: 'Swantje Kieselbach', id: set.w.people.swantje.id, access: 'write' })
  expect(seen?.user.color).toMatch(/^#[0-9a-f]{6}$/)
  await until(() => stateAt(swantje, tarek) !== undefined, 'she sees Tarek')
  expect(stateAt(swantje, tarek)?.user.tint).not.toBe(seen?.user.tint)
})

test('nobody moves the cursor of somebody else or makes them disappear', async () => {
  const { sync } = await addText(set.w)
  const [swantje, tarek, bjarne] = await Promise.all(
    ['swantje', 'tarek', 'bjarne'].map((p) => open(p as PersonKey, sync)),
  )
  if (!swantje || !tarek || !bjarne) throw new Error('not all are here')
  await until(() => stateAt(bjarne, swantje) !== undefined && stateAt(tarek, swantje) !== undefined, 'all see her')
  const { awareness } = tarek.provider
  awareness.states.set(swantje.doc.clientID, { user: { name: 'Tarek' } })
  awareness.meta.set(swantje.doc.clientID, { clock: 1_000, lastUpdated: Date.now() })
  awareness.emit('update', [{ added: [], updated: [swantje.doc.clientID], removed: [] }, 'local'])
  awareness.states.delete(swantje.doc.clientID)
  awareness.emit('update', [{ added: [], updated: [], removed: [swantje.doc.clientID] }, 'local'])
  awareness.setLocalStateField('cursor', cursorIn(tarek))
  await until(() => Boolean(stateAt(bjarne, tarek)?.cursor), 'what Tarek said later has arrived')
  expect(stateAt(bjarne, swantje)?.user.name).toBe('Swantje Kieselbach')
})

test('who leaves is gone for the others, and who comes back is there again', async () => {
  const { sync } = await addText(set.w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
  await until(() => stateAt(tarek, swantje) !== undefined, 'she is there')
  swantje.provider.ws?.close()
  await until(() => stateAt(tarek, swantje) === undefined, 'she is gone')
  await until(() => stateAt(tarek, swantje) !== undefined, 'she is back')
})

test('every word about oneself is answered, so that a lone client does not believe to be cut off', async () => {
  const { sync } = await addText(set.w)
  const swantje = await open('swantje', sync)
  const { provider } = swantje
  await until(() => provider.wsLastMessageReceived > 0, 'something has come')
  await new Promise((resolve) => setTimeout(resolve, 100))
  const before = provider.wsLastMessageReceived
  provider.awareness.setLocalState({})
  await until(() => provider.wsLastMessageReceived > before, 'an answer came')
})

test.each([
  ['nonsense', new Uint8Array([0, 2, 200]), 1007],
  ['an update that claims millions of changes', new Uint8Array([0, 2, 7, 1, 255, 255, 255, 15, 1, 0, 0]), 1007],
  ['the other encoding', new Uint8Array([0, 2, 4, 0, 0, 9, 9]), 1007],
  ['a presence of ten thousand characters', bigPresence(), 1009],
  ['text instead of bytes', 'hello', 1003],
])('%s ends only the socket that sent it', async (_what, message, code) => {
  const { sync } = await addText(set.w)
  const [tarek, bjarne] = await Promise.all([open('tarek', sync), open('bjarne', sync)])
  const socket = new WebSocket(`${wsUrl(set.served)}${sync}`, {
    headers: { Cookie: await set.served.cookie('swantje'), Origin: set.served.url },
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await new Promise((resolve) => socket.on('open', resolve))
  socket.send(message)
  expect(await closed).toBe(code)
  tarek.write('unbeirrt')
  await until(() => bjarne.text() === 'unbeirrt', 'the others go on')
})

function bigPresence(): Uint8Array {
  const json = new TextEncoder().encode(JSON.stringify({ cursor: 'x'.repeat(10_000) }))
  const inner = [1, 7, 1, (json.length & 127) | 128, json.length >> 7, ...json]
  return new Uint8Array([1, (inner.length & 127) | 128, inner.length >> 7, ...inner])
}
