import { sql } from 'drizzle-orm'
import { toBase64 } from 'lib0/buffer'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import { documentAuthors, documentGuests, documents } from '#src/documents/schema.ts'
import { suggestions } from '#src/documents/suggestions/schema.ts'
import { memberships } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import { serveWorld } from '../../support/browser.ts'
import { type World, world } from '../../support/world.ts'
import { openSyncedTab, until } from '../editing/co-editing.ts'
import { openHeadlessEditor } from '../interop/headless-editor.ts'
import { freshPatchClient, instead, paragraphs, proposed, textWith } from './proposing.ts'

let w: World

beforeAll(async () => {
  w = await world({ quiet: true })
})
afterAll(() => w.ports.end())

const water = () => textWith(w, paragraphs('Das Wasser ist knapp.', 'Der Boden gehört allen.'))

const bodyOf = (id: string, { update, clients }: { update: Uint8Array; clients: number[] }, version: number) => ({
  id,
  clients,
  version,
  update: toBase64(update),
})

const told = async (response: Response) => {
  const { problem, suggestion } = (await response.json()) as { problem?: string; suggestion?: { version: number } }
  return [response.status, problem, suggestion?.version]
}

test('what somebody makes of a suggestion replaces it; what comes late never overwrites what is newer', async () => {
  const text = await water()
  const state = await text.state()
  const client = freshPatchClient()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, state)
  doc.clientID = client
  const parts: Uint8Array[] = []
  doc.on('update', (part: Uint8Array) => parts.push(part))
  const editor = openHeadlessEditor(doc)
  editor.goBehind('knapp')
  editor.type(' und')
  const first = { update: Y.mergeUpdates(parts), clients: [client] }
  editor.type(' teuer')
  const second = { update: Y.mergeUpdates(parts), clients: [client] }
  editor.close()

  const id = crypto.randomUUID()
  expect(await told(await text.send('tarek', bodyOf(id, first, 0)))).toEqual([200, undefined, 1])
  expect(await told(await text.send('tarek', bodyOf(id, first, 0)))).toEqual([200, undefined, 1])
  expect(await told(await text.send('tarek', bodyOf(id, second, 1)))).toEqual([200, undefined, 2])
  expect(await told(await text.send('tarek', bodyOf(id, first, 1)))).toEqual([409, 'older', 2])
  expect(await told(await text.send('tarek', bodyOf(id, second, 0)))).toEqual([200, undefined, 2])
  expect((await text.list('swantje'))[0]?.changes).toEqual([{ kind: 'inserts', words: 'und teuer' }])
  expect((await text.accept('swantje', id)).status).toBe(200)
  expect(await told(await text.send('tarek', bodyOf(id, first, 2)))).toEqual([409, 'settled', 2])
  expect(await text.words()).toContain('knapp und teuer.')
})

test('two windows that save at once end with one of both, and the other is told', async () => {
  const text = await water()
  const state = await text.state()
  const id = crypto.randomUUID()
  const bodies = ['eins', 'zwei', 'drei'].map((word) => bodyOf(id, proposed(state, instead('Wasser', word)), 0))
  const answers = await Promise.all(bodies.map((body) => text.send('tarek', body)))
  const statuses = answers.map((answer) => answer.status).sort()
  expect(statuses).toEqual([200, 409, 409])
  expect(await text.list('tarek')).toHaveLength(1)
})

test('ids of what was taken back can be used again by the same person, and by nobody else', async () => {
  const text = await water()
  const one = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const survivor = proposed(await text.state(), instead('Boden', 'Grund'))
  const both = { update: Y.mergeUpdates([one.update, survivor.update]), clients: [...one.clients, ...survivor.clients] }
  const id = crypto.randomUUID()
  expect(await told(await text.send('tarek', bodyOf(id, both, 0)))).toEqual([422, 'foreign', undefined])
  await text.withdraw('tarek', one.id)
  expect(await told(await text.send('gerd', bodyOf(crypto.randomUUID(), both, 0)))).toEqual([422, 'foreign', undefined])
  expect(await told(await text.send('tarek', bodyOf(id, both, 0)))).toEqual([200, undefined, 1])
  await text.accept('swantje', id)
  expect(await text.words()).toBe('Das Trinkwasser ist knapp.\nDer Grund gehört allen.')
})

test('what hangs on words that are just being typed is kept as soon as they are stored', async () => {
  const served = await serveWorld(w)
  onTestFinished(() => served.close())
  const text = await water()
  const tab = await openSyncedTab(served, 'tarek', `/groups/en/documents/${text.document.id}/sync`)
  onTestFinished(() => tab.close())
  const editor = openHeadlessEditor(tab.doc)
  onTestFinished(() => editor.close())
  editor.goBehind('Wasser')
  editor.type(' im Dorf')
  const patch = proposed(Y.encodeStateAsUpdate(tab.doc), instead('Dorf', 'Tal'))
  const id = crypto.randomUUID()
  await until(async () => (await text.send('tarek', bodyOf(id, patch, 0))).status === 200, 'it is kept', 20_000)
  const alone = new Y.Doc()
  Y.applyUpdate(alone, await text.state())
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [new Y.XmlText('ungesehen')])
  alone.getXmlFragment('body').push([paragraph])
  const lost = proposed(Y.encodeStateAsUpdate(alone), instead('gesehen', 'bekannt'))
  expect(await told(await text.send('tarek', bodyOf(crypto.randomUUID(), lost, 0)))).toEqual([
    409,
    'missing',
    undefined,
  ])
})

test('a guest who may comment proposes and takes back, but decides nothing; one who only reads does neither', async () => {
  const text = await water()
  const { id: documentId } = text.document
  const groupId = w.groups.en.id
  for (const [person, mayComment] of [
    ['vera', true],
    ['nele', false],
  ] as const) {
    const personId = w.people[person].id
    await w.db.insert(memberships).values({ groupId, personId, standing: 'guest', votes: false, endsOn: '2099-12-31' })
    await w.db.insert(documentGuests).values({ documentId, personId, mayComment })
  }
  const { id } = await text.suggest('vera', instead('Wasser', 'Trinkwasser'))
  expect((await text.list('vera'))[0]).toMatchObject({
    mine: true,
    may: { accept: false, reject: false, withdraw: true },
  })
  expect((await text.accept('vera', id)).status).toBe(403)
  expect((await text.reject('vera', id)).status).toBe(403)
  expect((await text.acceptAllOf('vera', 'vera')).status).toBe(403)
  await expect(text.suggest('nele', instead('Wasser', 'Salzwasser'))).rejects.toThrow('403')
  expect((await text.withdraw('nele', id)).status).toBe(403)
  expect((await text.withdraw('swantje', id)).status).toBe(403)
  expect((await text.list('nele'))[0]).toMatchObject({ id, may: { accept: false, withdraw: false, comment: false } })
  expect((await text.withdraw('vera', id)).status).toBe(200)
})

test('nobody proposes anything for what is archived', async () => {
  const text = await water()
  const { id } = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  await w.db.execute(sql`update documents set stage = 'archived' where id = ${text.document.id}`)
  await expect(text.suggest('tarek', instead('Boden', 'Grund'))).rejects.toThrow('403')
  for (const act of [text.accept, text.reject]) expect((await act('swantje', id)).status).toBe(403)
  expect((await text.withdraw('tarek', id)).status).toBe(403)
  const page = await (await w.as('swantje'))(paths.suggestions(w.groups.en, text.document))
  expect(await page.text()).toContain('An diesem Text ändert sich nichts mehr.')
})

test('a frozen version never contains what is only proposed', async () => {
  const text = await water()
  await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const swantje = await w.as('swantje')
  const frozen = await swantje(paths.snapshots(w.groups.en, text.document), { form: { note: '' } })
  const page = await (await swantje(frozen.headers.get('Location') ?? '')).text()
  expect(page).not.toContain('Trinkwasser')
  expect(page).toContain('Das Wasser ist knapp.')
})

test('the page tells each suggestion in words and in the text, and works by forms alone', async () => {
  const text = await water()
  const { id } = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  await text.suggest('tarek', instead('Boden', 'Grund'))
  const swantje = await w.as('swantje')
  const here = paths.suggestions(w.groups.en, text.document)
  const page = await (await swantje(here)).text()
  expect(page).toContain('ersetzt „Wasser“ durch „Trinkwasser“')
  expect(page).toMatch(/<del>.*<ins>/s)
  expect(page).toContain('Alle 2 von Tarek Lindhövel annehmen')
  const accepted = await swantje(paths.suggestionAcceptance(w.groups.en, text.document, { id }), { form: {} })
  expect([accepted.status, accepted.headers.get('Location')]).toEqual([303, here])
  const late = await (await w.as('bjarne'))(paths.suggestionRejection(w.groups.en, text.document, { id }), { form: {} })
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('Das hat schon jemand entschieden.')])
  const settled = await (await swantje(paths.suggestions(w.groups.en, text.document, { state: 'settled' }))).text()
  expect(settled).toContain('Angenommen von Swantje Kieselbach')
})

test('what was decided stays as it was, whoever asks the database', async () => {
  const text = await water()
  const { id } = await text.suggest('tarek', instead('Wasser', 'Trinkwasser'))
  const tries = [
    sql`delete from suggestions where id = ${id}`,
    sql`update suggestions set author_id = ${w.people.gerd.id} where id = ${id}`,
    sql`update suggestions set state = 'accepted' where id = ${id}`,
    sql`update suggestions set state = 'withdrawn', settled_at = now(), settled_by_id = ${w.people.gerd.id} where id = ${id}`,
    sql`update suggestions set version = 0 where id = ${id}`,
  ]
  for (const attempt of tries) await expect(w.db.execute(attempt)).rejects.toThrow()
  await text.reject('swantje', id)
  await expect(
    w.db.execute(sql`update suggestions set state = 'open', settled_at = null, settled_by_id = null
    where id = ${id}`),
  ).rejects.toThrow()
  expect(await w.db.$count(suggestions)).toBeGreaterThan(0)
  expect(await w.db.$count(documents)).toBeGreaterThan(0)
  expect(await w.db.$count(documentAuthors)).toBeGreaterThan(0)
})
