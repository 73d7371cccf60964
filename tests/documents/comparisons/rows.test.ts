import { describe, expect, test } from 'vitest'
import { chooseRows, orderOf, rowChoice } from '#src/documents/comparisons/choosing.ts'
import { csvOf } from '#src/documents/comparisons/csv.ts'
import { fileNameOf } from '#src/documents/comparisons/file-name.ts'
import { rowsOf, statesOf, withRowNames } from '#src/documents/comparisons/rows.ts'
import { comparisonTable } from '#src/documents/comparisons/table.ts'
import { contentOf, stateOf } from '#src/documents/content/codec.ts'
import { texts } from '#views/documents/comparison-texts.ts'
import { comparing, row } from './rows-of-text.ts'

const text = comparing(
  row({
    place: 'Kap. 10, S. 2',
    statement: 'Großanlagen werden gefördert.',
    position: 'In der Hand der Menschen.',
    attrs: { assessment: 'partly', state: 'agreed', ideas: 'L3', responsible: 'en' },
  }),
  row({
    place: 'Kap. 2, S. 16',
    statement: 'Wasserstoff ist die Leittechnologie.',
    demand: 'Prüfauftrag Wasserbedarf.',
    attrs: { assessment: 'disagree', state: 'in_work', ideas: 'L2 L3', responsible: 'lw' },
  }),
  row({ place: 'Kap. 2, S. 9', statement: 'Wärme fehlt.', attrs: { assessment: 'missing', ideas: 'L1' } }),
)

const places = (query: Record<string, string>) =>
  chooseRows(text, rowChoice.parse(query)).rows.map(({ place }) => place.replace('Kap. ', ''))

test('a row keeps everything on its way through the shared text', () => {
  expect(contentOf(stateOf(text)).content?.[1]?.content?.[0]?.attrs).toMatchObject({
    ...{ assessment: 'partly', state: 'agreed', ideas: 'L3', responsible: 'en' },
    ...{ change: '', literal: false, previous: null, statement: null, decision: '', source: '' },
  })
  expect(rowsOf(contentOf(stateOf(text))).map(({ ideas }) => ideas)).toEqual([['L3'], ['L2', 'L3'], ['L1']])
})

test('rows that come out of a template get names, and rows with a name keep it', () => {
  const template = comparing(row({ attrs: { row: null } }), row({}))
  const named = rowsOf(withRowNames(template)).map(({ id }) => id)
  expect(named[0]).toMatch(/^[0-9a-f-]{36}$/)
  expect(named[1]).toBe(rowsOf(template)[1]?.id)
})

test('states are counted so that one sees what is agreed', () => {
  expect(statesOf(rowsOf(text))).toEqual({ open: 1, in_work: 1, agreed: 1 })
})

describe('rows are chosen', () => {
  test.each([
    ['by assessment', { assessment: 'disagree' }, ['2, S. 16']],
    ['by guiding idea', { idea: 'L3' }, ['10, S. 2', '2, S. 16']],
    ['by group', { responsible: 'en' }, ['10, S. 2']],
    ['by state, where nothing said means open', { state: 'open' }, ['2, S. 9']],
    ['by words in any cell and in any case', { words: 'WASSERBEDARF leittechnologie' }, ['2, S. 16']],
    ['by all of these together', { idea: 'L3', state: 'agreed' }, ['10, S. 2']],
    ['not by what makes no sense', { assessment: 'x', sort: 'x', version: '-1' }, ['10, S. 2', '2, S. 16', '2, S. 9']],
  ])('%s', (_how, query, expected) => {
    expect(places(query as Record<string, string>)).toEqual(expected)
  })
})

describe('rows are sorted', () => {
  test.each([
    ['by place as people count', { sort: 'place' }, ['2, S. 9', '2, S. 16', '10, S. 2']],
    ['the other way round', { sort: '-place' }, ['10, S. 2', '2, S. 16', '2, S. 9']],
    ['by assessment in its own order', { sort: 'assessment' }, ['10, S. 2', '2, S. 16', '2, S. 9']],
    ['by state', { sort: 'state' }, ['2, S. 9', '2, S. 16', '10, S. 2']],
    ['as before while the filter changes', { sorted: '-number' }, ['2, S. 9', '2, S. 16', '10, S. 2']],
  ])('%s', (_how, query, expected) => {
    expect(places(query as Record<string, string>)).toEqual(expected)
  })

  test('a press on a column counts more than the order so far', () => {
    const pressed = rowChoice.parse({ sort: '-state', sorted: 'place' })
    expect(orderOf(pressed)).toEqual({ by: 'state', descending: true })
  })
})

test('as a table only the columns that are used have a head', () => {
  const { head, rows } = comparisonTable(text, texts.de)
  expect(head).toEqual([
    ...['Nr.', 'Fundstelle', 'Aussage im Programm', 'Unsere Position', 'Bewertung', 'Forderung'],
    ...['Leitideen', 'Zuständig', 'Stand'],
  ])
  expect(rows[0]?.map((cell) => cell.text)).toEqual([
    ...['1', 'Kap. 10, S. 2', 'Großanlagen werden gefördert.', 'In der Hand der Menschen.', 'zum Teil gleich', ''],
    ...['L3', 'EN', 'vereinbart'],
  ])
})

describe('as CSV', () => {
  const csv = (words: string) => csvOf({ head: ['Aussage'], rows: [[{ text: words }]] }).split('\r\n')[1] ?? ''

  test('it begins with the mark of UTF-8 and has one line for each row', () => {
    const lines = csvOf(comparisonTable(text, texts.de)).split('\r\n')
    expect(lines[0]?.startsWith('\uFEFF"Nr.";"Fundstelle"')).toBe(true)
    expect(lines).toHaveLength(5)
  })

  test('quotes, separators and line breaks stay in their cell (S-54)', () => {
    expect(csv('sagt "ja"; und\nmehr')).toBe('"sagt ""ja""; und\nmehr"')
  })

  test.each(['=1+1', '+49', '-5', '@SUM(A1)', '\t=1', ' =1', '\u200B=1', '＝1'])('%j is no formula (S-54)', (words) => {
    expect(csv(words)).toBe(`"'${words}"`)
  })
})

test.each([
  ['RPL 2.0 und wir: Energie', 'RPL 2.0 und wir Energie.csv'],
  ['../../etc/passwd', 'etc passwd.csv'],
  ['   ', 'Kreislauf.csv'],
  [`a${'b'.repeat(300)}`, `a${'b'.repeat(119)}.csv`],
])('the file of %j has a name that every system takes (S-62)', (title, name) => {
  expect(fileNameOf(title, 'csv')).toBe(name)
})
