import { describe, expect, test } from 'vitest'
import type { Content } from '#src/documents/markup.ts'
import { difference } from '#src/documents/versions/difference.ts'
import { exactly } from '#src/documents/versions/shapes.ts'
import { afterOf, beforeOf } from '#src/documents/versions/taking-back.ts'

const p = (words: string): Content => ({ type: 'paragraph', content: [{ type: 'text', text: words }] })
const doc = (...content: Content[]): Content => ({ type: 'doc', content })

const [one, two, three] = [
  'Wer neben dem Windrad wohnt, soll daran verdienen.',
  'Ein Drittel jeder neuen Anlage gehört den Menschen im Umkreis.',
  'Wärme ist ein Grundrecht, auch auf dem Dorf und im Winter.',
]
const [before, after] = [p('Vorher steht das hier.'), p('Und danach kommt jenes.')]

const told = (older: Content, newer: Content) => {
  const { content, places, moved } = difference(older, newer)
  expect([beforeOf(content), afterOf(content)].map(exactly)).toEqual([older, newer].map(exactly))
  return { kinds: places.map(({ kind, details }) => [kind, ...details.map((detail) => detail.kind)]), moved }
}

describe('a paragraph', () => {
  test.each([
    ['into two', p(`${one} ${two}`), [p(one), p(two)]],
    ['into two, with the space left at the end', p(`${one} ${two}`), [p(`${one} `), p(two)]],
    ['into three', p(`${one} ${two} ${three}`), [p(one), p(two), p(three)]],
    ['with a short beginning', p(`Nein. ${two}`), [p('Nein.'), p(two)]],
    ['with a short end', p(`${two} Ja.`), [p(two), p('Ja.')]],
  ])('that is divided %s says the same, and nothing was moved', (_how, whole, parts) => {
    expect(told(doc(before, whole, after), doc(before, ...parts, after))).toEqual({
      kinds: [['reformatted', 'divided']],
      moved: 0,
    })
    expect(told(doc(before, ...parts, after), doc(before, whole, after))).toEqual({
      kinds: [['reformatted', 'joined']],
      moved: 0,
    })
    expect(told(doc(whole), doc(...parts)).kinds).toEqual([['reformatted', 'divided']])
  })

  test('that was divided beside one that was reworded is told apart from it', () => {
    const reworded = p(three.replace('Dorf', 'Land'))
    expect(told(doc(p(`${one} ${two}`), p(three)), doc(p(one), p(two), reworded)).kinds).toEqual([
      ['reformatted', 'divided'],
      ['changed'],
    ])
  })

  test('that was really moved is still told as moved', () => {
    const { moved } = told(doc(p(one), before, after, p(three)), doc(before, after, p(one), p(three)))
    expect(moved).toBe(1)
  })

  test('in which a space came or went has changed', () => {
    expect(told(doc(p('mit nehmen')), doc(p('mitnehmen'))).kinds).toEqual([['changed']])
  })
})
