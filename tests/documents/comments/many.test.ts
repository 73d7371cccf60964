import { gzipSync } from 'node:zlib'
import { beforeAll, expect, test } from 'vitest'
import type { PersonKey } from '#src/dev/cast.ts'
import { documentRemarks, documentThreads } from '#src/documents/comments/schema.ts'
import { paths } from '#src/paths.ts'
import { type World, world } from '../../support/world.ts'
import { type Text, talking, textWith } from './setting.ts'

let w: World
let text: Text

const count = 200
const quoteOf = (index: number) => `Absatz Nummer ${index} sagt`

/** Beside every paragraph a conversation of three remarks, all of them Tarek's. */
beforeAll(async () => {
  w = await world()
  text = await textWith(
    w,
    Array.from({ length: count }, (_, index) => `${quoteOf(index)} etwas über die Energie im Dorf und noch mehr.`),
  )
  const { begin, threads } = talking(w, text)
  await begin('tarek', 'Anmerkung 0', { quote: quoteOf(0), before: '', after: ' etwas' })
  const [first] = await threads()
  if (!first) throw new Error('no conversation')
  const others = Array.from({ length: count - 1 }, (_, index) => ({
    ...first,
    id: crypto.randomUUID(),
    // Where its letters were is not known any more, so that it is found by its words.
    anchor: { from: null, to: null },
    quote: quoteOf(index + 1),
  }))
  await w.db.insert(documentThreads).values(others)
  const said = others.flatMap(({ id: threadId }) => [1, 2, 3].map((number) => ({ threadId, number })))
  const authorId = w.people.tarek.id
  await w.db
    .insert(documentRemarks)
    .values(said.map(({ threadId, number }) => ({ threadId, authorId, words: `Anmerkung ${number} dazu.` })))
})

const pageOf = async (person: PersonKey, path: string) => (await (await w.as(person))(path)).text()

const cardsIn = (page: string) => page.split('class="thread"').length - 1

test.each([
  ['the reading view', () => paths.document(w.groups.en, text)],
  ['the editor', () => paths.editDocument(w.groups.en, text)],
])('beside a text with 200 conversations %s stays light, and every passage is there', async (_, path) => {
  const page = await pageOf('tarek', path())
  expect(cardsIn(page)).toBe(count)
  expect(page.length).toBeLessThan(1_200_000)
  expect(gzipSync(page).length).toBeLessThan(75_000)
  // What one seldom does waits on a page of its own.
  expect(page).not.toContain('id="delete-form-')
  expect(page.split('Ändern oder löschen').length).toBeGreaterThan(count)
})

test('the page of all comments shows them in parts, and the ways lead through all of them', async () => {
  const { page } = talking(w, text)
  const first = await page('tarek')
  expect(first).toContain('200\u00A0Gespräche')
  expect(first).toContain('Seite\u00A01 von 5')
  expect(first.length).toBeLessThan(600_000)
  const seen = new Set<string>()
  for (const number of ['1', '2', '3', '4', '5'])
    for (const [, id] of (await page('tarek', { page: number })).matchAll(/id="thread-([0-9a-f-]+)"/g))
      seen.add(`${id}`)
  expect(seen.size).toBe(count)
  expect(await page('tarek', { page: '99' })).toContain('Seite\u00A05 von 5')
  expect(await page('tarek', { page: '-1' })).toContain('Seite\u00A01 von 5')
})

test('a link to one conversation shows it alone, with everything that can be done about it', async () => {
  const { threads } = talking(w, text)
  const [, , one] = await threads()
  const page = await pageOf('tarek', paths.thread(w.groups.en, text, { id: one?.id ?? '' }))
  expect(cardsIn(page)).toBe(1)
  expect(page).toContain(`id="thread-${one?.id}"`)
  expect(page).toContain('id="delete-form-')
})

test('what is refused comes back beside its conversation, wherever that stands', async () => {
  const { threads, reply } = talking(w, text)
  const last = (await threads()).at(-1)
  const answer = await reply('tarek', last?.id ?? '', { words: 'x'.repeat(5_001) })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(`id="thread-${last?.id}"`)
  expect(page).toContain('Das sind mehr als 5.000 Zeichen.')
})
