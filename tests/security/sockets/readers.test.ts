import { afterAll, beforeAll, expect, test } from 'vitest'
import { documentGuests } from '#src/documents/schema.ts'
import { addText, loggedCount, openSyncedTab, type Tab, until } from '../../documents/editing/co-editing.ts'
import { type Ground, ground } from './ground.ts'
import { frames, openRaw, type Raw } from './raw.ts'
import { secretWord, storedDoc, textIn } from './siege.ts'
import { collected, editOf, paragraphOf, updateOf } from './updates.ts'

let there: Ground
let text: Awaited<ReturnType<typeof addText>>
let piet: Tab
let vera: Raw

beforeAll(async () => {
  there = await ground()
  text = await addText(there.w, 'di')
  await there.w.db.insert(documentGuests).values({ documentId: text.id, personId: there.w.people.vera.id })
  piet = await openSyncedTab(there.target, 'piet', text.sync)
  piet.write('Offene Daten')
  await until(async () => (await loggedCount(there.w, text.id)) === 1, 'it is stored')
  vera = await openRaw(there.target, 'vera', text.sync)
})
afterAll(async () => {
  piet.close()
  await there.end()
})

const adding = () => editOf(vera.doc, vera.doc.clientID, (body) => body.push([paragraphOf(secretWord)]))
const deleting = () => editOf(vera.doc, vera.doc.clientID, (body) => body.delete(0, 1))

test.each([
  ['an update', () => frames.update(adding())],
  ['a deletion', () => frames.update(deleting())],
  ['an answer to what is missing', () => frames.missing(adding())],
  ['deletions as an answer', () => frames.missing(deleting())],
  [
    'words under somebody else',
    () => frames.update(editOf(vera.doc, piet.doc.clientID, (b) => b.push([paragraphOf(secretWord)]))),
  ],
  [
    'garbage under somebody else',
    () => frames.update(updateOf([{ client: piet.doc.clientID, clock: 9, structs: [collected(50)] }])),
  ],
  ['a message of a kind that does not exist', () => frames.raw(9, adding())],
  ['a message for everybody', () => frames.raw(6, secretWord)],
  ['rights that it gives itself', () => frames.raw(2, 0, 'write')],
  ['a sync step that does not exist', () => frames.raw(0, 5, adding())],
  ['a saved counter', () => frames.raw(4, 100, 0)],
])('from somebody who only reads, nothing comes of %s (S-33)', async (_what, message) => {
  const reader = await openRaw(there.target, 'vera', text.sync)
  reader.send(message())
  await reader.answered()
  await there.w.ports.rooms.settle(text.id)
  expect([
    piet.text(),
    textIn(await storedDoc({ ground: there, id: text.id })),
    await loggedCount(there.w, text.id),
  ]).toEqual(['Offene Daten', 'Offene Daten', 1])
  reader.end()
})

test('who only reads gets the text, and is seen (S-33)', async () => {
  expect(textIn(vera.doc)).toBe('Offene Daten')
  vera.send(frames.presence(vera.doc.clientID, 1, { cursor: null }))
  await until(() => piet.provider.awareness.getStates().has(vera.doc.clientID), 'Piet sees her')
  const state = piet.provider.awareness.getStates().get(vera.doc.clientID)
  expect(state?.user).toMatchObject({ name: 'Vera Hollunder', access: 'read' })
})

test('what a reader has said does not bind a client that a writer uses later', async () => {
  const reader = await openRaw(there.target, 'vera', text.sync)
  const fritjof = await openSyncedTab(there.target, 'fritjof', text.sync)
  reader.update(editOf(reader.doc, fritjof.doc.clientID, (body) => body.push([paragraphOf(secretWord)])))
  await reader.answered()
  fritjof.write('Dorf-WLAN')
  await until(() => piet.text().endsWith('Dorf-WLAN'), 'Piet reads it')
  fritjof.close()
  reader.end()
})
