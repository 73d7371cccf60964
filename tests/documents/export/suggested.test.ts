import { expect, test } from 'vitest'
import { nodesOf } from '#src/documents/export/reading.ts'
import { withSuggestions } from '#src/documents/export/suggested.ts'
import type { Content } from '#src/documents/markup.ts'
import type { InText } from '#src/documents/suggestions/in-text.ts'
import { difference } from '#src/documents/versions/difference.ts'

const p = (words: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
const doc = (...content: Content[]): Content => ({ type: 'doc', content })

const base = doc(p('Ein Drittel für alle Dörfer.'), p('Zweiter Satz.'), {
  type: 'bulletList',
  content: [{ type: 'listItem', content: [p('Wärme')] }],
})

const suggestion = (id: string, author: string, after: Content): InText => ({
  ...{ id, author, at: new Date('2026-05-02T09:30:00Z') },
  content: difference(base, after).content as Content,
})

const suggested = (...suggestions: InText[]) =>
  withSuggestions({ content: base, threads: [], changes: {} }, suggestions, 'Es geht um die Form.')

/** "+s1:zwei " and "-s1:Ein": what each wants in and out, in reading order. */
const marks = (content: Content) =>
  Array.from(nodesOf(content)).flatMap(({ text, marks = [] }) =>
    marks
      .filter(({ type }) => type === 'inserted' || type === 'deleted')
      .map(({ type, attrs }) => `${type === 'inserted' ? '+' : '-'}${attrs?.by}:${text}`),
  )

const without = (content: Content): string =>
  Array.from(nodesOf(content))
    .filter(({ text, marks = [] }) => text && !marks.some(({ type }) => type === 'inserted'))
    .map(({ text }) => text)
    .join('')

const list = (...words: string[]): Content => ({
  type: 'bulletList',
  content: words.map((one) => ({ type: 'listItem', content: [p(one)] })),
})

test('what several people suggest in one sentence stands in it side by side, each under a name', () => {
  const { content, changes } = suggested(
    suggestion('s1', 'Tarek', doc(p('Zwei Drittel für alle Dörfer.'), p('Zweiter Satz.'), list('Wärme'))),
    suggestion('s2', 'Gerd', doc(p('Ein Drittel für alle Menschen.'), p('Zweiter Satz.'), list('Wärme'))),
  )
  expect(marks(content).sort()).toEqual(['+s1:Zwei', '+s2:Menschen', '-s1:Ein', '-s2:Dörfer'])
  expect(without(content)).toBe('Ein Drittel für alle Dörfer.Zweiter Satz.Wärme')
  expect(changes.s2).toEqual({ author: 'Gerd', at: '2026-05-02T09:30:00.000Z' })
})

test('a new paragraph and a new item stand where they are wanted', () => {
  const { content } = suggested(
    suggestion(
      's1',
      'Tarek',
      doc(p('Ein Drittel für alle Dörfer.'), p('Ganz neu.'), p('Zweiter Satz.'), list('Wärme', 'Strom')),
    ),
  )
  expect(content.content?.map(({ type }) => type)).toEqual(['paragraph', 'paragraph', 'paragraph', 'bulletList'])
  expect(content.content?.[3]?.content).toHaveLength(2)
  expect(marks(content)).toEqual(['+s1:Ganz neu.', '+s1:Strom'])
})

test('what no word can show is said beside the text', () => {
  const { threads, content } = suggested(
    suggestion(
      's1',
      'Tarek',
      doc(
        { type: 'heading', attrs: { level: 1 }, content: p('Ein Drittel für alle Dörfer.').content ?? [] },
        p('Zweiter Satz.'),
        list('Wärme'),
      ),
    ),
  )
  expect(threads).toMatchObject([{ remarks: [{ author: 'Tarek', words: 'Es geht um die Form.' }] }])
  expect(without(content)).toBe('Ein Drittel für alle Dörfer.Zweiter Satz.Wärme')
})
