import { EditorState, TextSelection } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import type { Content } from '#src/documents/markup.ts'
import { wordsIn, wordsSelected } from '#views/documents/editor-count.ts'
import { headingAbove, headingsIn } from '#views/documents/editor-headings.ts'
import { betweenNews, Hearing, type Neighbour } from '#views/documents/editor-hearing.ts'
import { closeness } from '#views/documents/editor-insert-words.ts'
import { saidTexts } from '#views/documents/editor-said-texts.ts'

const text = (words: string): Content => ({ type: 'text', text: words })
const paragraph = (...content: Content[]): Content => ({ type: 'paragraph', content })
const heading = (level: number, words: string): Content => ({
  type: 'heading',
  attrs: { level },
  content: words ? [text(words)] : [],
})
const docOf = (...content: Content[]) => schema.nodeFromJSON({ type: 'doc', content })

test('words are counted with those of footnotes, tables and lists, and again only where something changed', () => {
  const doc = docOf(
    heading(2, 'Wärme im Dorf'),
    paragraph(text('Bus-Linie fehlt'), { type: 'footnote', content: [text('Bericht 2025')] }, text('heute')),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('ein Punkt'))] }] },
  )
  expect(wordsIn(doc)).toBe(3 + 2 + 2 + 1 + 2)
  expect(wordsIn(doc)).toBe(10)
})

test('of a selection its own words are counted', () => {
  const doc = docOf(paragraph(text('Wärme für alle')), paragraph(text('und Strom')))
  const state = EditorState.create({ doc })
  expect(wordsSelected(state)).toBe(0)
  const selected = state.apply(state.tr.setSelection(TextSelection.create(doc, 7, doc.content.size - 1)))
  expect(wordsSelected(selected)).toBe(4)
})

test('the outline has every heading with words, and knows below which one a place is', () => {
  const doc = docOf(
    paragraph(text('davor')),
    heading(1, 'Eins'),
    paragraph(text('unter eins')),
    heading(2, ''),
    heading(2, 'Zwei'),
    paragraph(text('unter zwei')),
  )
  const headings = headingsIn(doc)
  expect(headings.map(({ level, words }) => [level, words])).toEqual([
    [1, 'Eins'],
    [2, 'Zwei'],
  ])
  expect(headingAbove(headings, 2)).toBe(-1)
  expect(headingAbove(headings, (headings[0]?.at ?? 0) + 8)).toBe(0)
  expect(headingAbove(headings, doc.content.size)).toBe(1)
})

test('what can be put in is found by its name, by other words for it, and without umlauts', () => {
  expect(closeness('Überschrift Titel groß', 'über')).toBe(2)
  expect(closeness('Überschrift Titel groß', 'uber')).toBe(2)
  expect(closeness('Überschrift Titel groß', 'tit')).toBe(1)
  expect(closeness('Zitat aus einem Text Absatz', 'zitat aus')).toBe(2)
  expect(closeness('Überschrift Titel groß', 'schrift')).toBe(1)
  expect(closeness('Überschrift Titel groß', 'bild')).toBe(0)
})

describe('what others do is read out', () => {
  const said = saidTexts.de.news
  const person = (name: string, isBeside = false): Neighbour => ({ id: name, name, isBeside })
  const listen = () => {
    const heard: string[] = []
    const hearing = new Hearing((sentence) => heard.push(sentence), said)
    /** For so many seconds it is like that. */
    let time = 0
    const during = (seconds: number, now: Neighbour[], isWanted = true) => {
      for (const end = time + seconds * 1_000; time < end; time += 500) hearing.look(now, time, isWanted)
    }
    return { heard, during }
  }

  test('who is there, who comes and who leaves, each once', () => {
    const { heard, during } = listen()
    during(20, [person('Tarek')])
    during(20, [person('Tarek'), person('Swantje')])
    during(20, [person('Swantje')])
    expect(heard).toEqual(['Tarek ist auch hier.', 'Swantje ist dazugekommen.', 'Tarek ist gegangen.'])
  })

  test('who begins to write in the same paragraph, not each of their keys', () => {
    const { heard, during } = listen()
    during(20, [person('Tarek')])
    during(60, [person('Tarek', true)])
    expect(heard.slice(1)).toEqual(['Tarek schreibt in deinem Absatz.'])
  })

  test('never more often than every ten seconds, and then all that is new at once', () => {
    const { heard, during } = listen()
    during(3, [person('Tarek')])
    during(3, [person('Tarek'), person('Swantje')])
    during(3, [person('Swantje'), person('Bent')])
    expect(heard).toHaveLength(1)
    during(betweenNews / 1_000, [person('Swantje'), person('Bent')])
    expect(heard[1]).toBe('Tarek ist gegangen. Swantje ist dazugekommen. Bent ist dazugekommen.')
  })

  test('nothing about a line that was gone for a moment, and nothing when it is switched off', () => {
    const { heard, during } = listen()
    during(20, [person('Tarek')])
    during(1, [])
    during(20, [person('Tarek')])
    expect(heard).toHaveLength(1)
    during(20, [], false)
    during(20, [])
    expect(heard).toHaveLength(1)
  })
})
