import { expect, test } from 'vitest'
import { plainTextOf } from '#src/documents/content/plain-text.ts'
import type { Content } from '#src/documents/markup.ts'
import { difference } from '#src/documents/versions/difference.ts'
import { drawn } from '../drawn.tsx'

const p = (words: string): Content => ({ type: 'paragraph', content: words ? [{ type: 'text', text: words }] : [] })
const h = (words: string): Content => ({ ...p(words), type: 'heading', attrs: { level: 2 } })
const ul = (...items: string[]): Content => ({
  type: 'bulletList',
  content: items.map((words) => ({ type: 'listItem', content: [p(words)] })),
})
const row = (...cells: string[]): Content => ({
  type: 'tableRow',
  content: cells.map((words) => ({ type: 'tableCell', content: [p(words)] })),
})
const doc = (...content: Content[]): Content => ({ type: 'doc', content })

const shown = (before: Content, after: Content) =>
  drawn(difference(before, after).content, true).replaceAll(/<\/?div[^>]*>/g, '')

test('a changed word is shown at its place, the rest of the paragraph stays as it is', () => {
  const before = doc(p('Anteile für Menschen im Umkreis von zehn Kilometern.'))
  const after = doc(p('Anteile für alle Menschen im Umkreis von fünf Kilometern.'))
  expect(shown(before, after)).toBe(
    '<p>Anteile für <ins>alle </ins>Menschen im Umkreis von <del>zehn</del><ins>fünf</ins> Kilometern.</p>',
  )
})

test('words that were replaced together are shown together', () => {
  const before = doc(p('Und wieder kommen die Verträge von außerhalb zu uns nach Larn.'))
  const after = doc(p('Und wieder kommen die Ideen aus Berlin zu uns nach Larn.'))
  expect(shown(before, after)).toBe(
    '<p>Und wieder kommen die <del>Verträge von außerhalb</del><ins>Ideen aus Berlin</ins> zu uns nach Larn.</p>',
  )
})

test('headings and lists keep their look, also where something was taken out', () => {
  const before = doc(h('Was wir fordern'), ul('Anteile', 'Nahwärme für Dörfer', 'Ein Beirat'), p('Ende'))
  const after = doc(h('Was wir wollen'), ul('Anteile', 'Ein Beirat', 'Günstiger Strom'), p('Ende'))
  expect(shown(before, after)).toBe(
    '<h2 id="s1">Was wir <del>fordern</del><ins>wollen</ins></h2>' +
      '<ul><li><p>Anteile</p></li><li><p><del>Nahwärme für Dörfer</del></p></li><li><p>Ein Beirat</p></li>' +
      '<li><p><ins>Günstiger Strom</ins></p></li></ul><p>Ende</p>',
  )
})

test('in a table only the cell is marked', () => {
  const before = doc({ type: 'table', content: [row('Tannrode', '2026'), row('Larn', '2027')] })
  const after = doc({ type: 'table', content: [row('Tannrode', '2026'), row('Larn', '2028')] })
  expect(shown(before, after)).toContain('<td><p>Larn</p></td><td><p><del>2027</del><ins>2028</ins></p></td>')
})

test('bold and links stay, and a change of looks alone is one of no words', () => {
  const bold: Content = { type: 'text', text: 'ein Drittel', marks: [{ type: 'bold' }] }
  const end: Content = { type: 'text', text: ' der Anlage' }
  const before = doc({ type: 'paragraph', content: [bold, end] })
  const after = doc({ type: 'paragraph', content: [bold, { ...end, text: ' jeder Anlage' }] })
  expect(shown(before, after)).toBe('<p><strong>ein Drittel</strong> <del>der</del><ins>jeder</ins> Anlage</p>')
  const { places } = difference(doc(p('ein Drittel der Anlage')), before)
  expect(places).toMatchObject([
    { kind: 'reformatted', details: [{ kind: 'looks', mark: 'bold', isOn: true, words: 'ein Drittel' }] },
  ])
})

test('it says how many paragraphs are not the same', () => {
  const before = doc(p('Eins bleibt gleich'), p('Zwei ändert sich etwas'), p('Drei fällt ganz weg'))
  const after = doc(p('Eins bleibt gleich'), p('Zwei ändert sich sehr'), p('Vier ist völlig neu hier'))
  expect(difference(before, after).changed).toBe(3)
})

test('two texts that have nothing in common are shown one after the other, however long they are', () => {
  const many = (word: string) => doc(...Array.from({ length: 3000 }, (_, n) => p(`${word}${n} `.repeat(20))))
  expect(difference(many('a'), many('b')).changed).toBe(6000)
})

test('taking the changes back gives both versions again, whatever they are', () => {
  const words = ['Wind', 'Larn', 'und', 'Anteil,', 'für', 'alle', 'Dörfer.']
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 48271) % 2147483647
    return seed % below
  }
  const sentence = () => Array.from({ length: random(9) }, () => words[random(words.length)]).join(' ')
  const text = () =>
    doc(...Array.from({ length: 1 + random(6) }, () => (random(4) ? p(sentence()) : ul(sentence(), sentence()))))
  for (let round = 0; round < 300; round++) {
    const [before, after] = [text(), text()]
    const { content } = difference(before, after)
    expect(lines(without('deleted', content))).toEqual(lines(after))
    expect(lines(without('inserted', content))).toEqual(lines(before))
  }
})

const without = (change: string, node: Content): Content => ({
  ...node,
  content: node.content
    ?.filter((child) => !child.marks?.some(({ type }) => type === change))
    .map((child) => without(change, child)),
})

const lines = (node: Content) =>
  plainTextOf(node)
    .split('\n')
    .filter((line) => line !== '')

test('how a place begins is told in whole words', () => {
  const long = 'Das Land übernimmt die Kosten der Planung, sobald eine Gemeinde ihre Wärmeversorgung neu ordnet.'
  const { places } = difference(doc(p('Anfang')), doc(p('Anfang'), p(long)))
  expect(places.map(({ words }) => words)).toEqual([
    'Das Land übernimmt die Kosten der Planung, sobald eine Gemeinde ihre …',
  ])
})
