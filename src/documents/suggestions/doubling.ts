import * as Y from 'yjs'
import { plainTextOf } from '../content/plain-text.ts'
import { field } from '../markup.ts'
import { beforeOf } from '../versions/taking-back.ts'
import type { Shown } from './schema.ts'

interface Proposed {
  update: Uint8Array
  shown: Shown
}

/** Fewer may stand twice in a text without anybody having doubled them. */
const fewest = 3
/** Of more than that nobody looks for the longest. */
const most = 2_000

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+/gu) ?? []
const sentence = (words: string[]) => ` ${words.join(' ')} `

type Deletions = ReturnType<typeof Y.decodeUpdate>['ds']['clients']

const isTaken = (taken: Deletions, client: number, clock: number) =>
  taken.get(client)?.some((one) => one.clock <= clock && clock < one.clock + one.len) === true

/** What of a text would be left of it if this were taken out, in reading order. */
function* lettersLeft(parent: Y.XmlFragment | Y.XmlText, taken: Deletions): Generator<string> {
  for (let item = parent._start; item; item = item.right) {
    const { id, content } = item
    if (item.deleted) continue
    if (content instanceof Y.ContentString)
      yield Array.from({ length: item.length }, (_, n) =>
        isTaken(taken, id.client, id.clock + n) ? '' : content.str[n],
      ).join('')
    else if (content instanceof Y.ContentType && !isTaken(taken, id.client, id.clock)) {
      yield ' '
      yield* lettersLeft(content.type as Y.XmlText, taken)
    }
  }
}

/** What it puts in, piece by piece: letters that hang on each other are one. */
function written(structs: (Y.Item | Y.GC | Y.Skip)[], taken: Deletions): string {
  const pieces: string[] = []
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    const { id, origin, content } = struct
    const isNext = origin?.client === id.client && origin.clock === id.clock - 1
    if (!isNext) pieces.push(' ')
    if (content instanceof Y.ContentString && !isTaken(taken, id.client, id.clock)) pieces.push(content.str)
  }
  return pieces.join('')
}

/** The longest run of these words that stands in both of those. */
function longest(words: string[], one: string, other: string): string[] {
  let best: string[] = []
  for (let from = 0; from + best.length < words.length; from++)
    for (let to = from + Math.max(fewest, best.length + 1); to <= words.length; to++) {
      const run = sentence(words.slice(from, to))
      if (!one.includes(run) || !other.includes(run)) break
      best = words.slice(from, to)
    }
  return best
}

/**
 * Who splits a paragraph takes the words behind that place out and puts them in again. If somebody else has moved them
 * meanwhile there is nothing left to take out, and they would be there twice: these words, or none.
 */
export function doubledBy(text: Y.Doc, { update, shown }: Proposed): string {
  const { structs, ds } = Y.decodeUpdate(update)
  const words = wordsIn(written(structs, ds.clients)).slice(0, most)
  const before = sentence(wordsIn(plainTextOf(beforeOf(shown.content))))
  const left = sentence(wordsIn([...lettersLeft(text.getXmlFragment(field), ds.clients)].join('')))
  return longest(words, before, left).join(' ')
}

export function textOf(state: Uint8Array): Y.Doc {
  const text = new Y.Doc()
  Y.applyUpdate(text, state)
  return text
}
