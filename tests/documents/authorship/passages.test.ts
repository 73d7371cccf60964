import { describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { clientsIn, type Written, writtenContentOf } from '#src/documents/authorship/clients.ts'
import { markPassages, wordsBySource } from '#src/documents/authorship/passages.ts'
import { contentOf, stateOf } from '#src/documents/content/codec.ts'
import { blocksOf, plainTextOf, wordCountOf } from '#src/documents/content/plain-text.ts'
import type { Content } from '#src/documents/markup.ts'
import { german } from '#src/documents/templates/german.ts'
import { foreign, hostileUpdate, misplaced } from '../content/hostile.ts'
import { Typist } from './typing.ts'

const [swantje, tarek] = [101, 202]

const marked = (state: Uint8Array) => markPassages(writtenContentOf(state), (client) => client ?? 0)

const shownOf = ({ text, marks = [] }: Content) => {
  const { by, starts } = marks.find(({ type }) => type === 'written')?.attrs ?? {}
  return text === undefined ? '/' : `${starts ? `[${by}]` : `(${by})`}${text}`
}

/** Paragraph by paragraph: where a passage is signed, "[101]" stands before it, else "(101)". */
const signed = (state: Uint8Array) =>
  Array.from(blocksOf(marked(state)), ({ content = [] }) => content.map(shownOf).join(''))

/** The parts joined again, without their clients. */
const plain = ({ client: _, content, ...node }: Written): Content => {
  const joined: Content[] = []
  for (const part of (content ?? []).map(plain)) {
    const last = joined.at(-1)
    const isSame = part.type === 'text' && JSON.stringify(last?.marks) === JSON.stringify(part.marks)
    if (last?.type === 'text' && isSame) last.text = `${last.text}${part.text}`
    else joined.push(part)
  }
  return content ? { ...node, content: joined } : node
}

test('each passage knows who wrote it, wherever it was put in', () => {
  const first = new Typist(swantje).paragraph('Wer neben dem Windrad wohnt, soll daran verdienen.')
  const second = new Typist(tarek).take(first.state())
  second.type(0, 'Wer neben dem Windrad wohnt,'.length, ' und wer daneben lebt,').paragraph('Das ist nur gerecht.')
  expect(signed(second.state())).toEqual([
    '[101]Wer neben dem Windrad wohnt,[202] und wer daneben lebt,[101] soll daran verdienen.',
    '[202]Das ist nur gerecht.',
  ])
})

test('a correction is underlined and not signed, so that no word is torn apart', () => {
  const first = new Typist(swantje).paragraph('Die Wärmnetze gehören den Dörfern.').paragraph('Punkt')
  const second = new Typist(tarek).take(first.state()).type(0, 'Die Wärm'.length, 'e')
  expect(signed(second.state())).toEqual(['[101]Die Wärm(202)e(101)netze gehören den Dörfern.', '[101]Punkt'])
})

test('a paragraph of corrections alone is signed once', () => {
  const first = new Typist(swantje).paragraph('Ja')
  const second = new Typist(tarek).take(first.state()).type(0, 2, ' gern')
  expect(signed(second.state())).toEqual(['[101]Ja(202) gern'])
})

test('bold and links do not begin a passage', () => {
  const first = new Typist(swantje).paragraph('Ein Drittel gehört dem Dorf.')
  first.textOf(0).format(4, 7, { bold: {} })
  const [paragraph] = blocksOf(marked(first.state()))
  expect(paragraph?.content?.map(shownOf)).toEqual(['[101]Ein ', '(101)Drittel', '(101) gehört dem Dorf.'])
  expect(paragraph?.content?.[1]?.marks?.map(({ type }) => type)).toEqual(['bold', 'written'])
})

test('who makes a word bold has not written it', () => {
  const first = new Typist(swantje).paragraph('Ein Drittel gehört dem Dorf.')
  const second = new Typist(tarek).take(first.state())
  second.textOf(0).format(4, 7, { bold: {} })
  expect([...clientsIn(writtenContentOf(second.state()))]).toEqual([swantje])
})

test('what was deleted is nobody’s any more', () => {
  const first = new Typist(swantje).paragraph('Kommt weg').paragraph('Bleibt')
  const second = new Typist(tarek).take(first.state())
  second.body.delete(0, 1)
  expect(signed(second.state())).toEqual(['[101]Bleibt'])
})

test('a line break belongs to whoever writes before it, and one at the beginning to whoever follows', () => {
  const typist = new Typist(swantje).paragraph('eins zwei drei')
  const [paragraph, br] = [typist.body.get(0) as Y.XmlElement, () => new Y.XmlElement('hardBreak')]
  paragraph.insert(1, [br(), new Y.XmlText('vier')])
  paragraph.insert(0, [br()])
  expect(signed(typist.state())).toEqual(['/[101]eins zwei drei/(101)vier'])
})

test('words are counted once, for whoever began them, and all of them', () => {
  const first = new Typist(swantje).paragraph('Die Wärmnetze gehören den Dörfern')
  const second = new Typist(tarek).take(first.state()).type(0, 'Die Wärm'.length, 'e').paragraph('Und den Städten')
  const content = marked(second.state())
  expect([...wordsBySource(content)]).toEqual([
    [swantje, 5],
    [tarek, 3],
  ])
  expect(wordCountOf(plainTextOf(content))).toBe(8)
})

describe('it is the same text as without the names', () => {
  const complete = (state: Uint8Array) => expect(plain(writtenContentOf(state))).toEqual(contentOf(state))

  test('of every template, with lists and tables', () => {
    for (const content of Object.values(german)) complete(stateOf(content))
  })

  test('of a text that holds nothing', () => complete(Y.encodeStateAsUpdate(new Y.Doc())))

  test.each(Object.entries({ ...foreign, ...misplaced }))('of one with %s in it', (_what, put) => {
    complete(hostileUpdate(put))
  })

  test('of one that two hundred random changes have made', () => {
    let seed = 7
    const below = (limit: number) => {
      seed = (seed * 1103515245 + 12345) % 2 ** 31
      return seed % limit
    }
    const people = [1, 2, 3].map((id) => new Typist(id).take(new Typist(9).paragraph('Anfang').state()))
    for (let step = 0; step < 200; step++) {
      const one = people[below(3)] as Typist
      const at = below(one.body.length)
      const words = one.textOf(at)
      if (below(6) === 0) one.paragraph(`Absatz ${step}`, below(4) ? 'paragraph' : 'heading')
      else if (below(4) === 0 && words.length > 3) words.delete(below(words.length - 2), 2)
      else if (below(5) === 0) words.format(0, below(words.length + 1), { bold: {} })
      else one.type(at, below(words.length + 1), below(2) ? 'ü 🙂 ' : 'Wort ')
      if (below(5) === 0) for (const other of people) other.take(one.state())
    }
    for (const one of people) people[0]?.take(one.state())
    complete((people[0] as Typist).state())
  })
})

test('the words of a footnote have authors of their own', () => {
  const note: Content = { type: 'footnote', content: [{ type: 'text', text: 'Bericht von damals' }] }
  const state = stateOf({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Wärme' }, note] }],
  })
  expect(signed(state)).toEqual(['[1]Wärme/', '[1]Bericht von damals'])
  expect(wordsBySource(marked(state))).toEqual(new Map([[1, 4]]))
})
