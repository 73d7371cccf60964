import { once } from 'node:events'
import { getSchema } from '@tiptap/core'
import { expect, onTestFinished, test } from 'vitest'
import type { WebSocket } from 'ws'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import { currentState } from '#src/documents/editing/log.ts'
import { savedStates } from '#src/documents/editing/messages.ts'
import { extensions, field, schemaVersion } from '#src/documents/markup.ts'
import { servedWorld } from '../support/served-world.ts'
import { addText, openSyncedTab, type Tab, until } from './editing/co-editing.ts'
import { editorOf } from './headless-editor.ts'

const set = servedWorld()

/** The editor as it was before there were tables and links. */
const formerSchema = getSchema(extensions.filter(({ name }) => !/^(table|link)/.test(name)))

const join = async (person: PersonKey, sync: string, params: Record<string, string> = {}) => {
  const tab = await openSyncedTab(set.served, person, sync, params)
  onTestFinished(() => tab.close())
  return tab
}

/** Leaves, and comes back only when the server has read everything that was sent before. */
async function leave(tab: Tab) {
  const socket = tab.provider.ws as unknown as WebSocket
  tab.provider.shouldConnect = false
  socket.close()
  await once(socket, 'close')
  tab.close()
}

/** A table of one cell. */
function addTable(doc: Y.Doc, words: string) {
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText(words)])
  const inside = ['tableCell', 'tableRow', 'table'].reduce<Y.XmlElement>((within, name) => {
    const element = new Y.XmlElement(name)
    element.insert(0, [within])
    return element
  }, paragraph)
  doc.getXmlFragment(field).push([inside])
}

/** Today's editor has put in a table, with a price in its only cell. */
async function textWithTable() {
  const { id, sync } = await addText(set.w)
  const swantje = await join('swantje', sync, { schema: String(schemaVersion) })
  swantje.write('Was wir fordern')
  addTable(swantje.doc, '4 Cent')
  await until(async () => (await storedText(id)).includes('4 Cent'), 'the table is stored')
  return { id, sync, swantje }
}

const storedText = async (documentId: string) => plainTextOf(contentOf(await currentState(set.w.db, documentId)))

test('an editor that does not know tables meets one a hundred times, and it stays for everybody', async () => {
  const { id, sync, swantje } = await textWithTable()
  for (let meeting = 1; meeting <= 100; meeting++) {
    const former = await join('tarek', sync, { schema: String(schemaVersion - 1) })
    const editor = editorOf(former.doc, formerSchema)
    expect([editor.text(), former.doc.getXmlFragment(field).length]).toEqual(['Was wir fordern', 1])
    editor.type(`${meeting}. `)
    editor.end()
    await leave(former)
  }
  swantje.write('Und noch etwas')
  await until(async () => (await storedText(id)).includes('Und noch etwas'), 'all is stored')
  expect(await storedText(id)).toBe('Was wir fordern\n4 Cent\nUnd noch etwas')
  expect(editorOf(swantje.doc).text()).toBe('Was wir fordern4 CentUnd noch etwas')
}, 60_000)

test('it stays in the room too, when the table comes while the former editor is open', async () => {
  const { id, sync } = await addText(set.w)
  const former = await join('tarek', sync, { schema: String(schemaVersion - 1) })
  const editor = editorOf(former.doc, formerSchema)
  const swantje = await join('swantje', sync, { schema: String(schemaVersion) })
  addTable(swantje.doc, '4 Cent')
  swantje.write('Danach')
  await until(() => editor.text() === 'Danach', 'the former editor shows what it knows')
  expect(former.doc.getXmlFragment(field).length).toBe(1)
  await leave(former)
  expect(await storedText(id)).toBe('4 Cent\nDanach')
  expect(swantje.doc.getXmlFragment(field).length).toBe(2)
})

test('without a version nobody could have told it from one who means to delete: that is why it is asked for', async () => {
  const { id, sync, swantje } = await textWithTable()
  const stranger = await join('tarek', sync)
  editorOf(stranger.doc, formerSchema)
  await until(() => swantje.doc.getXmlFragment(field).length === 1, 'the table is gone')
  await until(async () => (await storedText(id)) === 'Was wir fordern', 'and not stored any more')
})

test.each([String(schemaVersion + 1), String(schemaVersion - 1), '', 'x', `${schemaVersion}.5`, '-1', 'NaN'])(
  'a client of version "%s" reads and does not write, and hears that it only reads',
  async (version) => {
    const { id, sync } = await textWithTable()
    const other = await join('tarek', sync, { schema: version, saved: '1' })
    expect(other.text()).toContain('Was wir fordern')
    other.write('Von woanders')
    await leave(other)
    expect(await storedText(id)).toBe('Was wir fordern\n4 Cent')
    expect(other.saved.state).toBe(savedStates.readOnly)
  },
)

test('a client of this version writes, and one that names none is welcome as well', async () => {
  const { id, sync } = await textWithTable()
  const same = await join('tarek', sync, { schema: String(schemaVersion) })
  const standard = await join('bjarne', sync)
  same.write('Von Tarek')
  standard.write('Von Bjarne')
  await until(async () => (await storedText(id)).split('\n').length === 4, 'both are stored')
})
test('whatever a client says of its version, only what the schema knows gets into the text', async () => {
  const { id, sync } = await textWithTable()
  const standard = await join('tarek', sync)
  const socket = standard.provider.ws as unknown as WebSocket
  standard.provider.shouldConnect = false
  const closed = once(socket, 'close')
  standard.doc.getXmlFragment(field).push([new Y.XmlElement('video')])
  const [code] = await closed
  standard.close()
  expect(code).toBe(1007)
  const stored = new Y.Doc()
  Y.applyUpdate(stored, await currentState(set.w.db, id))
  expect(stored.getXmlFragment(field).toString()).not.toContain('video')
})
