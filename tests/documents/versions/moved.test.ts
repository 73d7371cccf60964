import { expect, test } from 'vitest'
import type { Content } from '#src/documents/markup.ts'
import type { Compared } from '#src/documents/versions/compared.ts'
import { difference } from '#src/documents/versions/difference.ts'

const text = (words: string, ...marks: string[]): Content => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
const p = (...words: string[]): Content => ({ type: 'paragraph', content: words.map((one) => text(one)) })
const h = (words: string): Content => ({ ...p(words), type: 'heading', attrs: { level: 2 } })
const doc = (...content: Content[]): Content => ({ type: 'doc', content })
const list = (type: string, item: string, ...items: string[]): Content => ({
  type,
  content: items.map((words) => ({ type: item, content: [p(words)] })),
})
const table = (...rows: string[][]): Content => ({
  type: 'table',
  content: rows.map((cells) => ({
    type: 'tableRow',
    content: cells.map((words) => ({ type: 'tableCell', content: [p(words)] })),
  })),
})

const wind = p('Die Anlagen stehen im Westen des Kreises, weit von den Dörfern.')
const heat = p('Die Wärme kommt aus dem Netz in Tannrode und reicht für alle.')
const council = p('Ein Beirat aus fünf Menschen sieht einmal im Jahr die Bücher ein.')

const changesIn = ({ content = [] }: Compared) => content.map(({ change }) => change?.kind ?? '')
const kindsOf = (before: Content, after: Content) => difference(before, after).places.map(({ kind }) => kind)

test('a paragraph that stands elsewhere was moved: from here, to there, and is one place', () => {
  const found = difference(doc(wind, heat, council, p('Ende der Sache')), doc(heat, council, p('Ende der Sache'), wind))
  expect(changesIn(found.content)).toEqual(['moved_away', '', '', '', 'moved_here'])
  expect(found).toMatchObject({ changed: 1, moved: 1 })
})

test('a section is moved with its short heading, as one passage', () => {
  const section = [h('Ziele'), wind, heat]
  const rest = [p('Wir sind das Bündnis im Kreis Larn.'), council, p('Das war es.'), p('Und noch dies.')]
  const found = difference(doc(...section, ...rest), doc(...rest, ...section))
  expect(found).toMatchObject({ changed: 1, moved: 1 })
  expect(changesIn(found.content).filter((kind) => kind === 'moved_here')).toHaveLength(3)
})

test('a passage that was moved and reworded shows both', () => {
  const reworded = p('Die Anlagen stehen im Osten des Kreises, weit von den Dörfern.')
  const found = difference(doc(wind, heat, council), doc(heat, council, reworded))
  expect(found).toMatchObject({ changed: 1, moved: 1 })
  const here = found.content.content?.at(-1)
  expect(here?.content?.map(({ text, marks }) => [text, marks?.[0]?.type])).toEqual([
    ['Die Anlagen stehen im ', undefined],
    ['Westen', 'deleted'],
    ['Osten', 'inserted'],
    [' des Kreises, weit von den Dörfern.', undefined],
  ])
})

test('words that went into another paragraph were moved there', () => {
  const said = 'Niemand zahlt mehr als heute für Wärme.'
  const found = difference(
    doc(p(`Ein Netz für alle Dörfer im Kreis. ${said}`), wind, p('Und am Ende steht ein Rat.')),
    doc(p('Ein Netz für alle Dörfer im Kreis.'), wind, p(`Und am Ende steht ein Rat. ${said}`)),
  )
  expect(found.places).toMatchObject([{ kind: 'moved', words: said }])
})

test('a list item and a row of a table that stand elsewhere were moved too', () => {
  const items = (...words: string[]) => doc(list('bulletList', 'listItem', ...words))
  expect(
    kindsOf(
      items('Wind im Westen', 'Wärme im Netz', 'Ein Beirat'),
      items('Wärme im Netz', 'Ein Beirat', 'Wind im Westen'),
    ),
  ).toEqual(['moved'])
  const rows = [
    ['Tannrode am Berg', '2026'],
    ['Larn am Fluss', '2027'],
    ['Groß Wehr', '2028'],
  ]
  const [one = [], two = [], three = []] = rows
  expect(kindsOf(doc(table(one, two, three)), doc(table(two, three, one)))).toEqual(['moved'])
})

test('a new column is one place, and the rows stay what they were', () => {
  const before = doc(table(['Ort', 'Jahr'], ['Tannrode', '2026'], ['Larn', '2027']))
  const after = doc(
    table(['Ort', 'Anteil', 'Jahr'], ['Tannrode', 'ein Drittel', '2026'], ['Larn', 'die Hälfte', '2028']),
  )
  expect(difference(before, after).places).toMatchObject([
    { kind: 'inserted', what: 'column', words: 'Anteil' },
    { kind: 'changed', what: 'paragraph', words: '20272028' },
  ])
  expect(difference(after, before).places[0]).toMatchObject({ kind: 'deleted', what: 'column' })
})

test('a row that went away keeps its place between the others, also beside a new column', () => {
  const before = doc(table(['Ort', 'Jahr'], ['Tannrode', '2026'], ['Larn', '2027']))
  const after = doc(table(['Ort', 'Jahr', 'Wer'], ['Larn', '2027', 'Jost']))
  const rows = difference(before, after).content.content?.[0]?.content ?? []
  expect(rows.map((row) => row.content?.map(({ change }) => change?.kind ?? ''))).toEqual([
    ['', '', 'inserted'],
    ['', '', 'filler'],
    ['', '', 'inserted'],
  ])
  expect(rows[1]?.change).toEqual({ kind: 'deleted' })
})

test('what was ticked, renamed, exchanged or assessed is said', () => {
  const task = (checked: boolean): Content => ({
    type: 'taskList',
    content: [{ type: 'taskItem', attrs: { checked }, content: [p('Brief an den Kreis')] }],
  })
  expect(difference(doc(task(false)), doc(task(true))).places).toMatchObject([
    { kind: 'changed', what: 'taskItem', details: [{ kind: 'value', name: 'checked', from: false, to: true }] },
  ])
  const image = (alt: string): Content => ({ type: 'image', attrs: { attachment: 'a', alt, decorative: false } })
  expect(difference(doc(wind, image('Ein Rad')), doc(wind, image('Zwei Räder'))).places).toMatchObject([
    { kind: 'changed', what: 'image', details: [{ kind: 'value', name: 'alt', from: 'Ein Rad', to: 'Zwei Räder' }] },
  ])
  expect(kindsOf(doc(wind), doc(wind, image('Ein Rad')))).toEqual(['inserted'])
})

test('a change of looks alone is said in words and marks no words', () => {
  const bold: Content = { type: 'paragraph', content: [text('Die Anlagen ', 'bold'), text('stehen im Westen.')] }
  expect(difference(doc(p('Die Anlagen stehen im Westen.')), doc(bold)).places).toMatchObject([
    { kind: 'reformatted', details: [{ kind: 'looks', mark: 'bold', isOn: true, words: 'Die Anlagen ' }] },
  ])
  expect(difference(doc(p('Ziele')), doc(h('Ziele'))).places).toMatchObject([
    {
      kind: 'reformatted',
      details: [{ kind: 'type', from: { type: 'paragraph' }, to: { type: 'heading', level: 2 } }],
    },
  ])
  const paragraphs = doc(p('Wind im Westen'), p('Wärme im Netz'))
  const items = doc(list('bulletList', 'listItem', 'Wind im Westen', 'Wärme im Netz'))
  expect(difference(paragraphs, items).places).toMatchObject([
    { kind: 'reformatted', details: [{ kind: 'type', from: { type: 'paragraph' }, to: { type: 'bulletList' } }] },
  ])
})

test('a footnote whose words were changed is the same footnote', () => {
  const noted = (note: string): Content => ({
    type: 'paragraph',
    content: [text('Ein Drittel'), { type: 'footnote', content: [text(note)] }, text(' der Anlage.')],
  })
  const found = difference(doc(noted('Stand Mai 2026')), doc(noted('Stand Juni 2026')))
  expect(found.content.content?.[0]?.content?.[1]?.content?.map(({ text, marks }) => [text, marks?.[0]?.type])).toEqual(
    [
      ['Stand ', undefined],
      ['Mai', 'deleted'],
      ['Juni', 'inserted'],
      [' 2026', undefined],
    ],
  )
  expect(found.changed).toBe(1)
})

test('whose words were put in is known where the text knows it', () => {
  const written: Content = {
    type: 'paragraph',
    content: [text('Ein '), { ...text('ganzes '), marks: [{ type: 'written', attrs: { by: 3 } }] }, text('Drittel')],
  }
  expect(difference(doc(p('Ein Drittel')), doc(written)).places).toMatchObject([{ kind: 'changed', by: [3] }])
})

test('a hundred pages in which every paragraph was reworded are compared in bounded time', () => {
  const words = 'Wind und Wärme für alle Dörfer im Kreis Larn am Fluss mit Netz und Rat'.split(' ')
  const page = (turn: number) =>
    doc(
      ...Array.from({ length: 2500 }, (_, n) =>
        p(
          Array.from({ length: 60 }, (_, at) => (at % 3 === turn ? `${turn}x${at * n}` : words[(at + n) % 15])).join(
            ' ',
          ),
        ),
      ),
    )
  const [before, after] = [page(0), page(1)]
  expect(difference(before, after).changed).toBeGreaterThan(2000)
})
