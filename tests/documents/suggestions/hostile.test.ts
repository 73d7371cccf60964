import { eq } from 'drizzle-orm'
import { toBase64 } from 'lib0/buffer'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { stateOf } from '#src/documents/content/codec.ts'
import { field } from '#src/documents/markup.ts'
import { documentAuthors } from '#src/documents/schema.ts'
import { anything, collected, element, mark, skipped, typed, updateOf, words } from '../../security/sockets/updates.ts'
import { serveWorld } from '../../support/browser.ts'
import { type World, world } from '../../support/world.ts'
import { openSyncedTab, until } from '../editing/co-editing.ts'
import { freshPatchClient, instead, paragraphs, proposed, textWith } from './proposing.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})
afterAll(() => w.ports.end())

type Text = Awaited<ReturnType<typeof textWith>>

const water = () => textWith(w, paragraphs('Das Wasser ist knapp.', 'Der Boden gehört allen.'))

async function problemOf(text: Text, update: Uint8Array, clients: number[], id = crypto.randomUUID() as string) {
  const response = await text.send('gerd', { id, clients, update: toBase64(update), version: 0 })
  const { problem } = (await response.json()) as { problem?: string }
  return `${response.status} ${problem ?? ''}`
}

/** The first paragraph's words, which begin behind its two elements. */
const inFirst = (doc: Y.Doc) => {
  const text = (doc.getXmlFragment(field).get(0) as Y.XmlElement).get(0) as Y.XmlText
  return [text._item?.id.client ?? 0, text._item?.id.clock ?? 0] as [number, number]
}

async function scene() {
  const text = await water()
  const before = await text.state()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, before)
  const untouched = async () => expect(await text.state()).toEqual(before)
  return { text, doc, before, within: inFirst(doc), client: freshPatchClient(), untouched }
}

test('ids of others, of tabs, and ids that are not named are refused', async () => {
  const { text, before, untouched } = await scene()
  const taken = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const again = proposed(before, instead('Boden', 'Grund'), taken.clients[0])
  expect(await problemOf(text, again.update, again.clients)).toBe('422 foreign')
  const asTab = proposed(before, instead('Boden', 'Grund'), 4711)
  expect(await problemOf(text, asTab.update, [4711])).toBe('422 foreign')
  const unnamed = proposed(before, instead('Boden', 'Grund'))
  expect(await problemOf(text, unnamed.update, [])).toBe('422 foreign')
  expect(await problemOf(text, unnamed.update, [...unnamed.clients, 1])).toBe('422 foreign')
  const own = proposed(before, instead('Boden', 'Grund'))
  expect(await problemOf(text, own.update, own.clients, taken.id)).toBe('422 foreign')
  await untouched()
})

test('the id of a tab that has not written yet cannot be taken from it', async () => {
  const served = await serveWorld(w)
  onTestFinished(() => served.close())
  const { text, before } = await scene()
  const tab = await openSyncedTab(served, 'tarek', `/groups/en/documents/${text.document.id}/sync`)
  onTestFinished(() => tab.close())
  const stolen = proposed(before, instead('Boden', 'Grund'), tab.doc.clientID)
  expect(await problemOf(text, stolen.update, stolen.clients)).toBe('422 foreign')
  tab.write('von Tarek')
  await until(async () => (await text.words()).includes('von Tarek'), 'his words are stored', 20_000)
})

test('claimed clocks, holes and repeated runs are refused before anything is counted', async () => {
  const { text, client, within, untouched } = await scene()
  const late = updateOf([{ client, clock: 5, structs: [words({ within }, 'spät')] }])
  expect(await problemOf(text, late, [client])).toBe('422 unfit')
  const holed = updateOf([{ client, clock: 0, structs: [words({ within }, 'a'), skipped(9), words({ within }, 'b')] }])
  expect(await problemOf(text, holed, [client])).toBe('422 unfit')
  const claimed = updateOf([{ client, clock: 0, structs: [collected(2 ** 40)] }])
  expect(await problemOf(text, claimed, [client])).toBe('422 unreadable')
  const many = updateOf([{ client, clock: 0, structs: [words({ within }, 'a')], claimed: 2 ** 30 }])
  expect(await problemOf(text, many, [client])).toBe('422 unreadable')
  await untouched()
})

test('the second encoding, noise and nothing are refused', async () => {
  const { text, before, client, untouched } = await scene()
  const { update, clients } = proposed(before, instead('Boden', 'Grund'))
  expect(await problemOf(text, Y.convertUpdateFormatV1ToV2(update), clients)).toMatch(
    /^422 (unreadable|unfit|foreign)$/,
  )
  expect(await problemOf(text, new Uint8Array([7, 7, 7]), [client])).toBe('422 unreadable')
  expect(await problemOf(text, new Uint8Array([0, 0]), [])).toBe('422 empty')
  const response = await text.send('gerd', { id: 'x', update: '*', clients: [-1], version: 'a' })
  expect(response.status).toBe(422)
  await untouched()
})

test('what is too large is refused', async () => {
  const { text, client, within, untouched } = await scene()
  const large = updateOf([{ client, clock: 0, structs: [words({ within }, 'x'.repeat(65_536))] }])
  expect(await problemOf(text, large, [client])).toBe('422 too_large')
  const marks = Array.from({ length: 12_000 }, () => collected(1))
  expect(await problemOf(text, updateOf([{ client, clock: 0, structs: marks }]), [client])).toBe('422 too_large')
  await untouched()
})

test('what no editor could show is refused', async () => {
  const { text, client, within, untouched } = await scene()
  const odd = [
    element({ within: field }, 'script'),
    element({ within }, 'paragraph'),
    typed({ within: field }, 0),
    typed({ within }, 1),
    anything({ within }, { a: 1 }),
    mark({ within }, 'onclick', 'x'),
    words({ within: field }, 'bloße Wörter'),
    words({ within: 'anderswo' }, 'unsichtbar'),
    words({ within }, 'nul\0l'),
  ]
  for (const struct of odd)
    expect(await problemOf(text, updateOf([{ client, clock: 0, structs: [struct] }]), [client])).toBe('422 unfit')
  await untouched()
})

test('it hangs on this text and on itself, and on no other', async () => {
  const { text, untouched, before, client } = await scene()
  const other = proposed(
    stateOf(paragraphs(`${'Ein ganz anderer Text. '.repeat(9)}Er ist viel länger.`, 'b', 'c')),
    instead('länger', 'kürzer'),
  )
  expect(await problemOf(text, other.update, other.clients)).toBe('409 missing')
  const first = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const onFirst = proposed(Y.mergeUpdates([before, first.update]), instead('Trink', 'Grund'), client)
  expect(await problemOf(text, onFirst.update, onFirst.clients)).toBe('409 missing')
  const cut = updateOf([], { [first.clients[0] ?? 0]: [[0, 1]] })
  expect(await problemOf(text, cut, [])).toBe('409 missing')
  await untouched()
})

test('everything may be proposed to be taken out, which changes nothing until it is accepted', async () => {
  const { text, untouched } = await scene()
  const { id } = await text.suggest('tarek', (editor) => {
    editor.type('x')
    editor.change((tr) => tr.delete(0, tr.doc.content.size))
  })
  await untouched()
  expect((await text.list('gerd'))[0]?.changes[0]).toMatchObject({ kind: 'deletes' })
  await text.accept('gerd', id)
  expect(await text.words()).toBe('')
})

test('nobody writes in the text under the ids of somebody’s suggestion', async () => {
  const { text, before } = await scene()
  const { id, clients } = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const { update } = proposed(before, instead('Boden', 'Grund'), clients[0])
  const { id: personId, name: personName } = w.people.gerd
  const there = { documentId: text.document.id, groupId: w.groups.en.id, personId, personName }
  expect(await w.ports.rooms.contribute({ ...there, update })).toBe('refused')
  expect((await text.accept('swantje', id)).status).toBe(200)
  expect(await text.words()).toBe('Das Trinkwasser ist knapp.\nDer Boden gehört allen.')
  const bound = eq(documentAuthors.clientId, clients[0] ?? 0)
  const [author] = await w.db.select().from(documentAuthors).where(bound)
  expect(author?.personId).toBe(w.people.tarek.id)
})

test('who proposes too much is asked to wait', async () => {
  const { text, before } = await scene()
  const statuses: number[] = []
  for (let n = 0; n < 122; n++) {
    const { update, clients } = proposed(before, instead('Boden', `Grund ${n}`))
    const body = { id: crypto.randomUUID(), update: toBase64(update), clients, version: 0 }
    statuses.push((await text.send('fritjof', body)).status)
  }
  expect(statuses.filter((status) => status === 200)).toHaveLength(120)
  expect(statuses.slice(-2)).toEqual([429, 429])
})

test('one suggestion binds only so many ids to its author, however often it is sent', async () => {
  const { text, before } = await scene()
  const { update, clients } = proposed(before, instead('Boden', 'Grund'))
  const id = crypto.randomUUID()
  const more = (version: number) => Array.from({ length: 99 }, (_, place) => 2 ** 40 + version * 1_000 + place)
  const sent = async (version: number, written = update) => {
    const body = { id, clients: [...clients, ...more(version)], update: toBase64(written), version }
    return (await text.send('gerd', body)).status
  }
  const longer = (times: number) => proposed(before, instead('Boden', 'Grund'.repeat(times)), clients[0]).update
  expect(await sent(0)).toBe(200)
  expect(await sent(1, longer(2))).toBe(200)
  expect(await sent(2, longer(3))).toBe(422)
  expect(await w.db.$count(documentAuthors, eq(documentAuthors.documentId, text.document.id))).toBeLessThan(210)
})

test('a suggestion of another text, or of another group, is not there', async () => {
  const { text } = await scene()
  const { id } = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const other = await water()
  for (const act of [other.accept, other.reject]) expect((await act('swantje', id)).status).toBe(404)
  expect((await other.withdraw('tarek', id)).status).toBe(404)
  const { update, clients } = proposed(await other.state(), instead('Wasser', 'Salzwasser'))
  const body = { id, update: toBase64(update), clients, version: 1 }
  expect((await other.send('tarek', body)).status).toBe(422)
  expect((await text.accept('nele', id)).status).toBe(404)
})
