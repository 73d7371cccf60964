import { splitBlock } from '@tiptap/pm/commands'
import { toBase64 } from 'lib0/buffer'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { authorshipOf } from '#src/documents/authorship/authorship.ts'
import { contentOf } from '#src/documents/content/codec.ts'
import { newsSince } from '#src/overview/news.ts'
import { paths } from '#src/paths.ts'
import { type Served, serveWorld } from '../../support/browser.ts'
import { type World, world } from '../../support/world.ts'
import { openSyncedTab, until } from '../editing/co-editing.ts'
import { openHeadlessEditor } from '../interop/headless-editor.ts'
import { instead, paragraphs, proposed, textWith } from './proposing.ts'

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

const water = () => textWith(w, paragraphs('Das Wasser ist knapp.', 'Der Boden gehört allen.'))

const open = async (documentId: string) => {
  const tab = await openSyncedTab(served, 'gerd', `/groups/en/documents/${documentId}/sync`)
  onTestFinished(() => tab.close())
  return tab
}

const answerOf = async (response: Response) => [response.status, await response.json()]

test('what is proposed is nowhere in the text until it is accepted, and then it is there once', async () => {
  const text = await water()
  const { id } = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  expect(await text.words()).toBe('Das Wasser ist knapp.\nDer Boden gehört allen.')
  const [told] = await text.list('swantje')
  expect(told).toMatchObject({
    id,
    mine: false,
    collision: false,
    gone: false,
    version: 1,
    author: { name: w.people.tarek.name },
    changes: [{ kind: 'replaces', before: 'Wasser', after: 'Trinkwasser' }],
    may: { accept: true, reject: true, withdraw: false, comment: true },
  })
  expect(await answerOf(await text.accept('swantje', id))).toEqual([200, { state: 'accepted' }])
  expect(await answerOf(await text.accept('swantje', id))).toEqual([409, { problem: 'settled', state: 'accepted' }])
  expect(await text.words()).toBe('Das Trinkwasser ist knapp.\nDer Boden gehört allen.')
  expect(await text.list('swantje')).toEqual([])
})

test('whoever has the text open sees it when it is accepted, and can go on in the same sentence', async () => {
  const text = await water()
  const tab = await open(text.document.id)
  const editor = openHeadlessEditor(tab.doc)
  onTestFinished(() => editor.close())
  const { id } = await text.suggest('tarek', instead('knapp', 'sehr knapp'))
  editor.goBehind('Das Wasser')
  editor.type(' im Dorf')
  await text.accept('swantje', id)
  editor.goBehind('Boden')
  editor.type(' hier')
  await until(() => editor.text().includes('sehr knapp'), 'he sees it', 20_000)
  const whole = 'Das Wasser im Dorf ist sehr knapp.\nDer Boden hier gehört allen.'
  expect(editor.text()).toBe(whole)
  await until(async () => (await text.words()) === whole, 'it is stored', 20_000)
})

test('the words are for good those of whoever proposed them', async () => {
  const text = await water()
  const { id, update } = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  await text.suggest('bjarne', instead('Boden', 'Grund'))
  const before = await authorshipOf(w.db, text.document, await text.state())
  expect(before.sources.filter(({ kind }) => kind === 'person')).toEqual([])
  await text.accept('swantje', id)
  const { sources } = await authorshipOf(w.db, text.document, await text.state())
  expect(sources.filter(({ kind }) => kind === 'person')).toMatchObject([{ name: w.people.tarek.name, words: 1 }])
  expect(update.length).toBeGreaterThan(2)
})

test('what became of a suggestion is told to its author and to the group, once for all of one evening', async () => {
  const text = await textWith(w, paragraphs('Eins.', 'Zwei.', 'Drei.'))
  for (const [word, instead_] of [
    ['Eins', 'Uno'],
    ['Zwei', 'Due'],
  ] as const) {
    const { id } = await text.suggest('tarek', instead(word, instead_))
    await text.accept('swantje', id)
  }
  const { id } = await text.suggest('tarek', instead('Drei', 'Tre'))
  await text.reject('bjarne', id)
  const since = new Date(Date.now() - 60_000)
  const news = await newsSince(w.db, [await w.actor('tarek', 'en')], w.people.tarek.id, since, 50)
  const here = news.filter(({ subjectId, kind }) => subjectId === text.document.id && kind.startsWith('suggestion.'))
  expect(here.map(({ kind, who, facts }) => [kind, who, facts.name])).toEqual([
    ['suggestion.rejected', w.people.bjarne.name, w.people.tarek.name],
    ['suggestion.accepted', w.people.swantje.name, w.people.tarek.name],
  ])
})

test('what is rejected or taken back leaves no trace in the text', async () => {
  const text = await water()
  const before = await text.state()
  const one = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const other = await text.suggest('tarek', (editor) => {
    editor.goBehind('Boden')
    editor.run(splitBlock)
  })
  expect((await text.reject('swantje', one.id)).status).toBe(200)
  expect((await text.withdraw('tarek', other.id)).status).toBe(200)
  expect(await text.state()).toEqual(before)
  expect((await text.accept('swantje', one.id)).status).toBe(409)
  expect((await text.withdraw('tarek', other.id)).status).toBe(409)
})

test('of those who decide at once exactly one wins, and the others are told', async () => {
  const text = await water()
  for (let round = 0; round < 6; round++) {
    const { id } = await text.suggest('tarek', instead('Wasser', `Wasser ${round}`))
    const asked = await Promise.all([
      text.accept('swantje', id),
      text.reject('bjarne', id),
      text.accept('gerd', id),
      text.withdraw('tarek', id),
    ])
    const states = asked.map(({ status }) => status).sort()
    expect(states).toEqual([200, 409, 409, 409])
    const isIn = asked[0]?.status === 200 || asked[2]?.status === 200
    expect((await text.words()).includes(`Wasser ${round}`)).toBe(isIn)
  }
})

test('a hundred that are accepted at once, one by one and all of one person, are all there and none is doubled', async () => {
  const lines = Array.from({ length: 24 }, (_, n) => `Zeile ${n} steht hier.`)
  const text = await textWith(w, paragraphs(...lines))
  const state = await text.state()
  const ids: string[] = []
  for (const [n, line] of lines.entries()) {
    const patch = proposed(state, instead(line, `Zeile ${n} steht neu hier.`))
    const id = crypto.randomUUID()
    const body = { id, clients: patch.clients, update: toBase64(patch.update), version: 0 }
    expect((await text.send(n % 2 ? 'tarek' : 'bjarne', body)).status).toBe(200)
    ids.push(id)
  }
  await Promise.all([
    text.acceptAllOf('swantje', 'tarek'),
    ...ids.map((id) => text.accept('gerd', id)),
    text.acceptAllOf('fritjof', 'bjarne'),
    text.acceptAllOf('gerd', 'tarek'),
  ])
  expect(await text.words()).toBe(lines.map((_, n) => `Zeile ${n} steht neu hier.`).join('\n'))
  expect(await text.list('swantje')).toEqual([])
})

test('where the passage is gone that is said, and it stays readable', async () => {
  const text = await water()
  const { id } = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const cut = await text.suggest('bjarne', (editor) => editor.change((tr) => tr.delete(0, 23)))
  expect((await text.list('gerd')).map(({ collision }) => collision)).toEqual([true, true])
  await text.accept('swantje', cut.id)
  const [told] = await text.list('gerd')
  expect(told).toMatchObject({ id, gone: true, collision: false })
  expect(await answerOf(await text.accept('swantje', id))).toEqual([409, { problem: 'gone' }])
  const page = await (await w.as('swantje'))(paths.suggestions(w.groups.en, text.document))
  const shown = await page.text()
  expect(shown).toContain('Die Stelle gibt es nicht mehr.')
  expect(shown).toContain('ersetzt „Wasser“ durch „Trinkwasser“')
  expect((await text.reject('swantje', id)).status).toBe(200)
})

test('two proposals for the same sentence are pointed out, and the one that is accepted leaves the other possible', async () => {
  const text = await water()
  const one = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const other = await text.suggest('bjarne', instead('asser ist', 'aßer bleibt'))
  const apart = await text.suggest('bjarne', instead('Boden', 'Grund'))
  const collisions = async () =>
    Object.fromEntries((await text.list('gerd')).map(({ id, collision }) => [id, collision]))
  expect(await collisions()).toEqual({ [one.id]: true, [other.id]: true, [apart.id]: false })
  await text.accept('swantje', one.id)
  expect(await collisions()).toEqual({ [other.id]: false, [apart.id]: false })
  expect((await text.accept('swantje', other.id)).status).toBe(200)
  expect(await text.words()).toBe('Das Trinkwaßer bleibt knapp.\nDer Boden gehört allen.')
})

test('what was written meanwhile into what it takes out is pointed out; what was written elsewhere is none of its business', async () => {
  const text = await water()
  const { id } = await text.suggest('tarek', instead('Wasser ist knapp', 'Wasser fehlt'))
  const editor = openHeadlessEditor((await open(text.document.id)).doc)
  onTestFinished(() => editor.close())
  editor.goBehind('Boden')
  editor.type(' hier')
  await until(async () => (await text.words()).includes('Boden hier'), 'it is stored', 20_000)
  expect((await text.list('gerd'))[0]).toMatchObject({ id, collision: false, gone: false })
  editor.goBehind('ist')
  editor.type(' heute')
  await until(async () => (await text.words()).includes('heute'), 'it is stored', 20_000)
  expect((await text.list('gerd'))[0]).toMatchObject({ id, collision: true, gone: false })
  expect((await text.accept('swantje', id)).status).toBe(200)
  expect(await text.words()).toContain('heute')
})

test('accepting what nobody has touched meanwhile gives exactly the text that was proposed', async () => {
  const text = await water()
  const state = await text.state()
  const patch = await text.suggest('tarek', (editor) => {
    instead('Wasser ist', 'Trinkwasser wird')(editor)
    editor.goBehind('Boden')
    editor.run(splitBlock)
    editor.type('und der Wald')
  })
  await text.accept('swantje', patch.id)
  expect(await text.content()).toEqual(contentOf(state, patch.update))
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await text.state())
  expect(doc.store.pendingStructs).toBe(null)
})

const splitBehind = (words: string) => (editor: ReturnType<typeof openHeadlessEditor>) => {
  editor.goBehind(words)
  editor.run(splitBlock)
}

test('that words would stand there twice, as somebody else has moved them, is said before anybody accepts it', async () => {
  const line = 'Das Wasser ist knapp geworden. Der Boden gehört allen. Wir teilen ihn gerecht.'
  const text = await textWith(w, paragraphs(line))
  const first = await text.suggest('bjarne', splitBehind('allen. '))
  const other = await text.suggest('tarek', splitBehind('geworden. '))
  const harmless = await text.suggest('tarek', instead('knapp', 'sehr knapp'))
  expect((await text.list('gerd')).map(({ collision, doubles }) => [collision, doubles])).toEqual([
    [true, ''],
    [true, ''],
    [false, ''],
  ])
  await text.accept('swantje', first.id)
  const told = new Map((await text.list('gerd')).map((one) => [one.id, one]))
  expect([told.get(other.id)?.doubles, told.get(harmless.id)?.doubles]).toEqual(['Wir teilen ihn gerecht', ''])
  const page = await (await w.as('swantje'))(paths.suggestions(w.groups.en, text.document))
  expect(await page.text()).toContain('Nach dem Annehmen stünde zweimal da: „Wir teilen ihn gerecht“')

  // Who accepts all of somebody at once has not read that: it stays.
  const all = await text.acceptAllOf('swantje', 'tarek')
  expect(await answerOf(all)).toEqual([200, { accepted: [harmless.id], left: [other.id] }])
  expect((await text.accept('swantje', other.id)).status).toBe(200)
  expect((await text.words()).split('Wir teilen ihn gerecht')).toHaveLength(3)
})

test('all of one person are turned down at once, those of others stay, and links lead to where each is now', async () => {
  const text = await textWith(w, paragraphs('Das Wasser ist knapp. Der Boden gehört allen.'))
  const first = await text.suggest('bjarne', instead('knapp', 'sehr knapp'))
  const second = await text.suggest('bjarne', instead('Boden', 'Acker'))
  const other = await text.suggest('tarek', instead('allen', 'uns allen'))
  const swantje = await w.as('swantje')
  const page = async () => (await swantje(paths.suggestions(w.groups.en, text.document))).text()
  expect(await page()).toContain('Alle 2 von Bjarne Tannrodt ablehnen')
  const all = await text.rejectAllOf('swantje', 'bjarne')
  const { rejected } = (await all.json()) as { rejected: string[] }
  expect(rejected.toSorted()).toEqual([first.id, second.id].toSorted())
  expect((await text.list('gerd')).map(({ id }) => id)).toEqual([other.id])
  expect(await text.words()).toBe('Das Wasser ist knapp. Der Boden gehört allen.')
  expect((await text.rejectAllOf('vera', 'tarek')).status).toBe(404)

  const linked = async (id: string) =>
    (await swantje(paths.suggestion(w.groups.en, text.document, { id }).replace(/#.*/, ''))).text()
  for (const { id } of [first, other]) expect(await linked(id)).toContain(`id="suggestion-${id}"`)
})
