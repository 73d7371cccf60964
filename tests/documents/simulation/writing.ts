import * as Y from 'yjs'
import { field } from '#src/documents/markup.ts'
import type { Dice } from './dice.ts'

const letters = 'abcdefghijklmnopqrstuvwxyzäöü  .'

/** Letters of one code point each, some of two units, as an editor inserts them. */
const typed = (dice: Dice, length: number) =>
  Array.from({ length }, () => (dice.chance(0.03) ? '🌻' : dice.pick([...letters]))).join('')

const lines = (body: Y.XmlFragment): Y.XmlElement[] =>
  body.toArray().filter((node): node is Y.XmlElement => node instanceof Y.XmlElement)

function wordsOf(line: Y.XmlElement): Y.XmlText | undefined {
  const first = line.get(0)
  return first instanceof Y.XmlText ? first : undefined
}

/** Never between the halves of a character. */
function whole(text: string, at: number): number {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at
}

const place = (dice: Dice, text: string) => whole(text, dice.chance(0.5) ? text.length : dice.below(text.length + 1))

const plain = (words: Y.XmlText): string =>
  words
    .toDelta()
    .map((piece: { insert: unknown }) => (typeof piece.insert === 'string' ? piece.insert : ''))
    .join('')

function newLine(words: string, name = 'paragraph'): Y.XmlElement {
  const line = new Y.XmlElement(name)
  line.insert(0, words ? [new Y.XmlText(words)] : [])
  return line
}

interface Spot {
  body: Y.XmlFragment
  line: Y.XmlElement
  words: Y.XmlText
  text: string
  dice: Dice
}

type Act = (spot: Spot) => void

const type: Act = ({ words, text, dice }) => words.insert(place(dice, text), typed(dice, dice.between(1, 3)))

/** Somewhere from here to there, not too much at once. */
function range(dice: Dice, text: string): { from: number; length: number } {
  const from = place(dice, text)
  const to = whole(text, Math.min(text.length, from + dice.below(8)))
  return { from, length: to - from }
}

const erase: Act = ({ words, text, dice }) => {
  const { from, length } = range(dice, text)
  if (length > 0) words.delete(from, length)
}

const indexOf = ({ body, line }: Spot) => body.toArray().indexOf(line)

/** As the binding to ProseMirror does it: the end of the paragraph is taken away and written anew below. */
const split: Act = (spot) => {
  const { words, text, dice, body } = spot
  const at = place(dice, text)
  if (at < text.length) words.delete(at, text.length - at)
  body.insert(indexOf(spot) + 1, [newLine(text.slice(at))])
}

const join: Act = (spot) => {
  const below = spot.body.get(indexOf(spot) + 1)
  if (!(below instanceof Y.XmlElement)) return
  const words = wordsOf(below)
  if (words) spot.words.insert(spot.text.length, plain(words))
  spot.body.delete(indexOf(spot) + 1, 1)
}

const embolden: Act = ({ words, text, dice }) => {
  const { from, length } = range(dice, text)
  if (length > 0) words.format(from, length, { bold: {} })
}

const turnIntoHeading: Act = (spot) => {
  const heading = newLine(spot.text, 'heading')
  heading.setAttribute('level', spot.dice.between(1, 3) as unknown as string)
  const at = indexOf(spot)
  spot.body.delete(at, 1)
  spot.body.insert(at, [heading])
}

const acts = [
  [60, type],
  [12, erase],
  [8, split],
  [4, join],
  [5, embolden],
  [2, turnIntoHeading],
] as const

/** One thing that a person does in the editor, as one transaction. */
export function write(doc: Y.Doc, dice: Dice): void {
  const body = doc.getXmlFragment(field)
  const act = dice.weighted(acts)
  doc.transact(() => {
    const line = lines(body).length > 0 ? dice.pick(lines(body)) : undefined
    if (!line) return body.insert(0, [newLine(typed(dice, 2))])
    const words = wordsOf(line)
    if (!words) return line.insert(0, [new Y.XmlText(typed(dice, 2))])
    act({ body, line, words, text: plain(words), dice })
  }, typing)
}

/** Where own changes come from, so that undoing takes back no others. */
export const typing = Symbol('typing')
