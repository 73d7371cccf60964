import type { Node } from '@tiptap/pm/model'
import type { Piece } from './editor-suggest-pieces.ts'

const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign)
const isLetters = (text: string) => Array.from(text).every(isLetter)

const isWords = ({ what, names }: Piece) => names.length === 0 && (what === 'added' || what === 'removed')

/** The letters of the same word on this side of a place; whether any stand there. */
function lettersBeside(doc: Node, at: number, side: 'before' | 'behind'): string {
  const { parent, parentOffset } = doc.resolve(at)
  if (!parent.isTextblock) return ''
  const text = parent.textBetween(
    side === 'before' ? 0 : parentOffset,
    side === 'before' ? parentOffset : parent.content.size,
    ' ',
    ' ',
  )
  const found = side === 'before' ? text.match(/[\p{L}\p{N}]+$/u) : text.match(/^[\p{L}\p{N}]+/u)
  return found?.[0] ?? ''
}

/** What is between two pieces is part of the same word. */
function isSameWord(doc: Node, one: Piece, other: Piece): boolean {
  if (other.from < one.to || !doc.resolve(one.to).sameParent(doc.resolve(other.from))) return false
  return isLetters(doc.textBetween(one.to, other.from, ' ', ' '))
}

function runFrom(pieces: Piece[], at: number, doc: Node): Piece[] {
  const run = pieces.slice(at, at + 1).filter(isWords)
  for (const next of run.length > 0 ? pieces.slice(at + 1) : []) {
    const last = run.at(-1)
    if (!last || !isWords(next) || !isSameWord(doc, last, next)) break
    run.push(next)
  }
  return run
}

/** What it says with these pieces of it, and with the letters between them. */
function saying(run: Piece[], what: Piece['what'], doc: Node): string {
  return run
    .map((piece, index) => {
      const before = run[index - 1]
      const between = before ? doc.textBetween(before.to, piece.from, ' ', ' ') : ''
      return between + (piece.what === what ? piece.text : '')
    })
    .join('')
}

function widened(run: Piece[], doc: Node): Piece[] {
  const [first, last] = [run[0], run.at(-1)]
  const shown = run.find((piece) => piece.shown)
  const isReplaced = run.some(({ what }) => what === 'added') && run.some(({ what }) => what === 'removed')
  if (!first || !last || !shown || !isReplaced) return run
  const [gone, come] = [saying(run, 'removed', doc), saying(run, 'added', doc)]
  const prefix = isLetter(gone[0]) && isLetter(come[0]) ? lettersBeside(doc, first.from, 'before') : ''
  const suffix = isLetter(gone.at(-1)) && isLetter(come.at(-1)) ? lettersBeside(doc, last.to, 'behind') : ''
  const [from, to] = [first.from - prefix.length, last.to + suffix.length]
  const beside = shown.what === 'added' ? from : to
  const whole = (what: 'added' | 'removed', words: string): Piece => ({
    ...first,
    what,
    shown: what === shown.what,
    text: prefix + words + suffix,
    from: what === shown.what ? from : beside,
    to: what === shown.what ? to : beside,
  })
  return [whole('removed', gone), whole('added', come)]
}

/**
 * Letters that the old and the new word share stay where they are in a shared text. Nobody reads "k~~napp~~ostbar": as far
 * as it is shown, one word goes and another one comes.
 */
export function wholeWords(pieces: Piece[], doc: Node): Piece[] {
  const all: Piece[] = []
  for (let at = 0; at < pieces.length; ) {
    const run = runFrom(pieces, at, doc)
    all.push(...(run.length > 1 ? widened(run, doc) : pieces.slice(at, at + 1)))
    at += Math.max(1, run.length)
  }
  return all
}
