import { expect, test } from 'vitest'
import { until } from '../../documents/editing/co-editing.ts'
import { besieged } from './besieged.ts'
import { frames } from './raw.ts'
import { endure, openScene, type Scene, secretWord } from './siege.ts'

const set = besieged()

/** What tarek's page knows of this client. */
const seen = ({ tarek }: Scene, clientId: number) =>
  tarek.provider.awareness.getStates().get(clientId) as { user?: Record<string, string>; cursor?: unknown } | undefined

async function say({ gerd }: Scene, ...states: unknown[]): Promise<void> {
  for (const [index, state] of states.entries()) gerd.send(frames.presence(gerd.doc.clientID, index + 1, state))
  await gerd.answered()
}

const anchor = { type: { client: 1, clock: 2 }, tname: null, item: null, assoc: 0 }

test.each([
  ['another name', { user: { name: 'Swantje Kieselbach', color: '#000000' } }],
  ['another id', { user: { id: '00000000-0000-4000-8000-000000000000' }, id: 'x', personId: 'x' }],
  ['markup as a name', { user: { name: `<img src=x onerror=alert(1)>${secretWord}` } }],
  ['a style as a colour', { user: { color: 'red;background:url(https://example.org)' } }],
  ['more than was asked for', { html: '<b>', [secretWord]: secretWord, access: 'write' }],
  ['a prototype', JSON.parse('{"__proto__":{"name":"x"},"constructor":{"prototype":{"name":"x"}}}')],
  ['markup in a cursor', { cursor: { anchor: '<b>', head: '<b>' } }],
  [
    'a cursor with something more',
    { cursor: { anchor: { ...anchor, html: secretWord }, head: anchor, html: secretWord } },
  ],
])('whoever says to be %s is shown as who is signed in (S-36)', async (_what, claimed) => {
  const scene = await openScene(set.there)
  const { clientID } = scene.gerd.doc
  await say(scene, claimed)
  await until(() => seen(scene, clientID) !== undefined, 'he is seen')
  const state = seen(scene, clientID)
  expect(state?.user).toMatchObject({ id: set.there.w.people.gerd.id, name: 'Gerd Moosbach' })
  expect(state?.user?.color).toMatch(/^#[0-9a-f]{6}$/)
  expect(Object.keys(state ?? {}).sort()).toEqual(['cursor', 'user'])
  expect(JSON.stringify(state)).not.toMatch(new RegExp(`<|onerror|${secretWord}|https`))
})

test('nobody speaks for, moves or takes away somebody else who is there (S-36)', async () => {
  const scene = await openScene(set.there)
  const { clientID } = scene.swantje.doc
  scene.swantje.provider.awareness.setLocalStateField('cursor', { anchor, head: anchor })
  await until(() => Boolean(seen(scene, clientID)?.cursor), 'she is seen')
  const before = JSON.stringify(seen(scene, clientID))
  for (const clock of [1, 50, 4_000_000]) {
    scene.gerd.send(frames.presence(clientID, clock, { cursor: null, user: { name: secretWord } }))
    scene.gerd.send(frames.presence(clientID, clock + 1, null))
  }
  const two = frames.raw(1, frames.raw(2, scene.gerd.doc.clientID, 1, '{"cursor":null}', clientID, 9_000_000, 'null'))
  scene.gerd.send(two)
  await scene.gerd.answered()
  await set.door.pulse.take(5)
  expect(JSON.stringify(seen(scene, clientID))).toBe(before)
})

test.each([
  ['NUL', '\u0000'],
  ['half a character', '\ud83c'],
])('%s in a presence reaches nobody', async (_what, bad) => {
  const scene = await openScene(set.there)
  const { clientID } = scene.gerd.doc
  await say(scene, { cursor: null }, { cursor: { anchor: { tname: `body${bad}` }, head: { tname: bad } } })
  await set.door.pulse.take(5)
  expect(JSON.stringify(seen(scene, clientID)) ?? '').not.toMatch(/\\u0000|\\ud83c/)
})

test('presence of more than 8 kB ends the seat (S-36)', async () => {
  await endure(set.there, set.door.pulse, 'presence of 20 kB', {
    closes: [1009],
    attack: (scene) => say(scene, { cursor: null, more: 'x'.repeat(20_000) }),
  })
})

test('a flood of presence drowns nobody (S-36)', async () => {
  const states = Array.from({ length: 20_000 }, (_, n) => ({ cursor: { anchor: { tname: `t${n}` }, head: anchor } }))
  await endure(set.there, set.door.pulse, '20,000 presences in a row', { attack: (scene) => say(scene, ...states) })
})

test('one seat is one client: a thousand clients through it are not shown (S-36)', async () => {
  const scene = await openScene(set.there)
  for (let n = 0; n < 1_000; n++) scene.gerd.send(frames.presence(1_000 + n, 1, { cursor: null }))
  await scene.gerd.answered()
  await set.door.pulse.take(5)
  expect(scene.tarek.provider.awareness.getStates().size).toBeLessThanOrEqual(4)
})
