import * as Y from 'yjs'
import { isShown } from './items.ts'

interface Word {
  key: string
  from: number
  to: number
}

interface Line {
  starts: Map<Y.Item, number>
  words: Word[]
}

const textOf = ({ content, length }: Y.Item) => (content instanceof Y.ContentString ? content.str : ' '.repeat(length))

/** The letters of one paragraph in their order, and the words that they make. */
function lineOf(parent: Y.AbstractType<unknown>): Line {
  const starts = new Map<Y.Item, number>()
  let text = ''
  for (let item = parent._start; item; item = item.right) {
    if (!isShown(item)) continue
    starts.set(item, text.length)
    text += textOf(item)
  }
  const id = parent._item?.id
  const words = Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ index, 0: word }) => {
    return { key: `${id?.client} ${id?.clock} ${index}`, from: index, to: index + word.length }
  })
  return { starts, words }
}

/**
 * The words of which it takes out letters, or into which it puts some: two who change the same word differently are to
 * know of each other, even where no letter is the same.
 */
export function touchedWords(touched: ReadonlySet<Y.Item>, gaps: Y.Item[][]): Set<string> {
  const lines = new Map<unknown, Line>()
  const lineWith = ({ parent }: Y.Item) => {
    const line = lines.get(parent) ?? lineOf(parent as Y.AbstractType<unknown>)
    lines.set(parent, line)
    return line
  }
  const keys = new Set<string>()
  const add = (item: Y.Item, isHit: (word: Word, start: number) => boolean) => {
    const { starts, words } = lineWith(item)
    const start = starts.get(item) ?? -1
    for (const word of words) if (start >= 0 && isHit(word, start)) keys.add(word.key)
  }
  const letters = (item: Y.Item) => item.content instanceof Y.ContentString
  for (const item of touched)
    if (letters(item)) add(item, ({ from, to }, start) => from < start + item.length && to > start)
  for (const [, right] of gaps)
    if (right && letters(right)) add(right, ({ from, to }, start) => from < start && to > start)
  return keys
}
