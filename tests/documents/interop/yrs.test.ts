import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import * as Y from 'yjs'
import type { PersonKey } from '#src/dev/cast.ts'
import { field } from '#src/documents/markup.ts'
import { openSyncedTab, type Tab, until } from '../editing/co-editing.ts'
import { checkStored, type Meeting, meet, storedDoc, textFor, textIn } from './meeting.ts'
import { openYrsClient, type YrsClient } from './yrs-client.ts'

let there: Meeting

beforeAll(async () => {
  there = await meet()
})
afterAll(() => there.end())

async function both(person: PersonKey = 'tarek') {
  const text = await textFor(there)
  const swantje = await openSyncedTab(there.served, 'swantje', text.sync)
  const other = await openYrsClient(there.served, person, text.sync)
  onTestFinished(() => {
    swantje.close()
    other.close()
  })
  return { ...text, swantje, other }
}

const vectorOf = (bytes: Uint8Array) => [...Y.decodeStateVector(bytes)].sort(([one], [two]) => one - two)

/** Everybody has the same, down to each client's clock, and so has the store; nobody had to complain. */
async function expectOneText({ id, swantje, other }: { id: string; swantje: Tab; other: YrsClient }): Promise<void> {
  await until(
    () => plain(swantje.text()) === other.text(),
    `both have the same: "${swantje.text()}" and "${other.text()}"`,
  )
  await until(async () => textIn(await storedDoc(there.w, id)) === swantje.text(), 'and so has the store')
  const vectors = [Y.encodeStateVector(swantje.doc), other.vector(), Y.encodeStateVector(await storedDoc(there.w, id))]
  expect(new Set(vectors.map((vector) => JSON.stringify(vectorOf(vector)))).size).toBe(1)
  await checkStored(there.w, id)
  expect([there.problems, other.code()]).toEqual([[], undefined])
}

const plain = (text: string) => text.replace(/<[^>]*>/g, '')

const firstWords = (tab: Tab) => (tab.doc.getXmlFragment(field).get(0) as Y.XmlElement).get(0) as Y.XmlText

test('two implementations write together, in both directions', async () => {
  const meeting = await both()
  const { swantje, other } = meeting
  swantje.write('Wärme fürs Dorf')
  await until(() => other.text() === 'Wärme fürs Dorf', 'the other one reads it')
  other.write('und für den Hof 🌻')
  await until(() => swantje.text().endsWith('Hof 🌻'), 'and answers')
  for (const n of [1, 2, 3, 4, 5]) {
    swantje.write(`Swantje ${n}`)
    other.write(`Tarek ${n}`)
  }
  await expectOneText(meeting)
  expect(swantje.text().split('\n')).toHaveLength(12)
})

test('both write into the same words, letter by letter, and delete each other’s', async () => {
  const meeting = await both()
  const { swantje, other } = meeting
  swantje.write('Windrad')
  await until(() => other.text() === 'Windrad', 'the other one reads it')
  for (const letter of 'Am Dorfrand ') other.words(0).insert(0, letter, undefined, undefined)
  for (const letter of ' steht es') firstWords(swantje).insert(firstWords(swantje).length, letter)
  await expectOneText(meeting)
  other.words(0).delete(2, 6, undefined)
  firstWords(swantje).delete(0, 3)
  await expectOneText(meeting)
  other.removeParagraph(0)
  await expectOneText(meeting)
  expect(swantje.text()).toBe('')
})

test('marks of the schema arrive from both sides', async () => {
  const meeting = await both()
  const { swantje, other } = meeting
  other.write('fett und schräg und verlinkt')
  await until(() => swantje.text() !== '', 'it is there')
  other.words(0).format(0, 4, { bold: {} }, undefined)
  firstWords(swantje).format(9, 6, { italic: {} })
  other.words(0).format(20, 8, { link: { href: 'https://example.org' } }, undefined)
  await until(() => firstWords(swantje).toDelta().length === 5, 'all marks are seen')
  expect(firstWords(swantje).toDelta()).toEqual([
    { insert: 'fett', attributes: { bold: {} } },
    { insert: ' und ' },
    { insert: 'schräg', attributes: { italic: {} } },
    { insert: ' und ' },
    { insert: 'verlinkt', attributes: { link: { href: 'https://example.org' } } },
  ])
  other.words(0).format(0, 4, { bold: null }, undefined)
  await until(() => firstWords(swantje).toDelta().length === 4, 'a mark is taken away')
  await expectOneText(meeting)
})

test('what both wrote without a line is merged when they come back, whoever comes first', async () => {
  const meeting = await both()
  const { swantje, other } = meeting
  swantje.write('Anfang')
  await until(() => other.text() === 'Anfang', 'both begin alike')
  swantje.provider.disconnect()
  other.disconnect()
  await until(() => !other.synced(), 'both are away')
  for (let n = 0; n < 20; n++) {
    swantje.write(`draußen ${n}`)
    other.write(`drinnen ${n}`)
  }
  other.words(0).delete(0, 3, undefined)
  firstWords(swantje).insert(6, ' zu zweit')
  await other.connect()
  swantje.provider.connect()
  await until(() => swantje.provider.synced, 'she is back')
  await expectOneText(meeting)
  expect(swantje.text().split('\n')).toHaveLength(41)
  expect(swantje.text()).toContain('ang zu zweit')
})

test('fresh words before the backlog are asked for again and lose nothing', async () => {
  const meeting = await both()
  const { swantje, other } = meeting
  other.disconnect()
  await until(() => !other.synced(), 'away')
  other.write('im Funkloch')
  await other.connect(() => other.write('gerade getippt'))
  other.write('und weiter')
  await expectOneText(meeting)
  expect(swantje.text()).toBe('im Funkloch\ngerade getippt\nund weiter')
})

test('one big answer with thousands of pieces is taken as a whole', async () => {
  const meeting = await both()
  const { swantje, other } = meeting
  other.disconnect()
  await until(() => !other.synced(), 'away')
  other.write('')
  other.push('paragraph', 'x')
  const at = 1
  for (let n = 0; n < 3_000; n++) other.words(at).insert(n % 7, String(n % 10), undefined, undefined)
  for (let n = 0; n < 500; n++) other.words(at).delete(n, 1, undefined)
  await other.connect()
  await expectOneText(meeting)
  expect(swantje.text()).toHaveLength(2_502)
})

test('two clients of the other kind agree with each other, too', async () => {
  const meeting = await both()
  const second = await openYrsClient(there.served, 'bjarne', meeting.sync)
  onTestFinished(() => second.close())
  second.push('blockquote')
  second.write('von Bjarne')
  meeting.other.write('von Tarek')
  await until(() => second.text() === meeting.other.text() && second.text().split('\n').length === 3, 'both agree')
  await expectOneText(meeting)
})

test('somebody’s words stay theirs when the other kind comes back as nobody new', async () => {
  const meeting = await both()
  meeting.other.write('eins')
  await until(() => meeting.swantje.text() === 'eins', 'it is there')
  for (const words of ['zwei', 'drei', 'vier']) {
    meeting.other.disconnect()
    await until(() => !meeting.other.synced(), 'away')
    meeting.other.write(words)
    await meeting.other.connect()
  }
  await expectOneText(meeting)
  expect(meeting.swantje.text()).toBe('eins\nzwei\ndrei\nvier')
})
