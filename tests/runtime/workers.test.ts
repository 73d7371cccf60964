import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { field } from '#src/documents/markup.ts'
import { paths } from '#src/paths.ts'
import { addText, openSyncedTab, textOf, until } from '../documents/editing/co-editing.ts'
import { startWorkerd, type Workerd } from '../support/workerd.ts'
import { world } from '../support/world.ts'
import { enter, type Platform, servedBy } from './platform.ts'
import { membershipOf, tellStories } from './suite.ts'

const on = {} as Platform
let workerd: Workerd

beforeAll(async () => {
  on.w = await world()
  workerd = await startWorkerd(on.w.place.database ?? '')
  Object.assign(on, {
    url: workerd.url,
    cut: workerd.relay.cut,
    mend: workerd.relay.mend,
    forget: (documentId: string) => workerd.evict(documentId),
  } satisfies Omit<Platform, 'w'>)
}, 60_000)
afterAll(async () => {
  await workerd.close()
  await on.w.ports.end()
})

tellStories(on)

const open = async (person: PersonKey, sync: string) => {
  const tab = await openSyncedTab(servedBy(on), person, sync, { saved: '1' })
  onTestFinished(() => tab.close())
  return tab
}

const stored = async (documentId: string) => {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await currentState(on.w.db, documentId))
  return textOf(doc.getXmlFragment(field))
}

const freeze = async (id: string) => {
  const swantje = await enter(on, 'swantje')
  return (await swantje(paths.snapshots(on.w.groups.en, { id }), { form: { note: '' } })).status
}

/** */
test('while the database is away changes are safe in the storage of the object, and none is missing later', {
  timeout: 90_000,
}, async () => {
  const { id, sync } = await addText(on.w)
  const [swantje, tarek] = await Promise.all([open('swantje', sync), open('tarek', sync)])
  swantje.write('eins')
  await until(() => tarek.text() === 'eins', 'he reads it')
  const before = swantje.saved.count
  on.cut()
  onTestFinished(() => on.mend())
  swantje.write('zwei')
  tarek.write('drei')
  await until(() => tarek.text().includes('zwei') && swantje.text().includes('drei'), 'each reads the other')
  await until(() => swantje.saved.count > before, 'she is told that it is safe')
  expect([await workerd.shelved(id), await stored(id), await workerd.settle(id)]).toEqual([2, 'eins', false])
  on.mend()
  await until(async () => (await stored(id)) === swantje.text(), 'it goes on to the database by itself', 30_000)
  expect([await freeze(id), await workerd.shelved(id)]).toEqual([303, 0])
  swantje.write('vier')
  await until(() => tarek.text().endsWith('vier'), 'they go on')
})

/** */
test('an object that slept goes on counting where it stopped, and sends off at once whoever may not stay', async () => {
  const { id, sync } = await addText(on.w)
  const [swantje, bjarne] = await Promise.all([open('swantje', sync), open('bjarne', sync)])
  await until(() => swantje.saved.count === 1, 'her first step is counted')
  for (const words of ['eins', 'zwei']) {
    swantje.write(words)
    await until(() => bjarne.text().endsWith(words), 'he reads it')
    await workerd.evict(id)
  }
  swantje.write('drei')
  await until(() => swantje.saved.count === 4, 'she is told of each', 15_000)
  await workerd.evict(id)
  const closed = new Promise((resolve) => bjarne.provider.on('closed', ({ code }) => resolve(code)))
  const leave = paths.departure(on.w.groups.en, { id: await membershipOf(on.w, 'bjarne') })
  await (await enter(on, 'swantje'))(leave, { form: {} })
  expect(await closed).toBe(4403)
})

test('the server brings a change into a text that sleeps, and whoever has it open sees it', {
  timeout: 60_000,
}, async () => {
  const { id, sync } = await addText(on.w)
  const swantje = await open('swantje', sync)
  swantje.write('eins')
  await until(async () => (await stored(id)) === 'eins', 'it is stored', 15_000)
  await workerd.evict(id)
  const { id: personId, name: personName } = on.w.people.tarek
  const about = { documentId: id, groupId: on.w.groups.en.id, personId, personName }
  const behind = new Y.Doc()
  Y.applyUpdate(behind, await currentState(on.w.db, id))
  const vector = Y.encodeStateVector(behind)
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('vom Server')])
  behind.getXmlFragment(field).push([paragraph])
  const update = Y.encodeStateAsUpdate(behind, vector)
  expect(await workerd.contribute({ ...about, update })).toBe('stored')
  expect(await workerd.contribute({ ...about, update })).toBe('stored')
  expect(await workerd.contribute({ ...about, update: new Uint8Array([1, 2, 3]) })).toBe('refused')
  await until(() => swantje.text() === 'eins\nvom Server', 'he reads it', 15_000)
  expect(await stored(id)).toBe('eins\nvom Server')
})

test('a packed file is refused in plain words, a text file is read', async () => {
  const swantje = await enter(on, 'swantje')
  const begin = async (name: string, content: string) =>
    swantje(paths.documents(on.w.groups.en), {
      form: { start: 'file', kind: 'position', title: '', file: new File([content], name) },
    })
  const refused = await begin('Papier.docx', 'PK\u0003\u0004')
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('liest nur Textdateien')])
  expect((await begin('Papier.md', '# Wind\n\nMehr davon.')).status).toBe(303)
})
