import * as Y from 'yjs'
import type { Piece } from './editor-suggest-pieces.ts'

/** Whose it is: by letters, and by colour as the second. */
export interface Sign {
  letters: string
  tint: number
  name: string
}

/** One suggestion as the marks in the text need it. */
export interface Owner {
  id: string
  sign: Sign
}

type Tag = 'ins' | 'del' | 'span' | 'div'

export function marked(tag: Tag, kind: string, { id, sign }: Owner): HTMLElement {
  const element = document.createElement(tag)
  element.className = `suggested ${kind}`
  element.dataset.who = String(sign.tint)
  element.dataset.suggestion = id
  return element
}

/** A word at the place where something other than words changes. */
export function chip(words: string, owner: Owner): HTMLElement {
  const note = marked('span', 'note', owner)
  note.textContent = words
  return note
}

/** The only thing of a suggestion in the text that takes the focus: it leads to its card. */
export function signOf({ id, sign }: Owner, label: string): HTMLElement {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'suggest-sign'
  button.dataset.who = String(sign.tint)
  button.dataset.suggestion = id
  button.setAttribute('aria-label', label)
  button.textContent = sign.letters
  return button
}

const textBlocks = ['paragraph', 'heading', 'rowPlace']

function* linesOf(element: Y.XmlElement): Generator<string> {
  if (textBlocks.includes(element.nodeName)) {
    yield element
      .toArray()
      .map((child) => (child instanceof Y.XmlText ? lettersOf(child) : ''))
      .join('')
    return
  }
  for (const child of element.toArray()) if (child instanceof Y.XmlElement) yield* linesOf(child)
}

const lettersOf = (text: Y.XmlText): string =>
  text
    .toDelta()
    .map(({ insert }: { insert: unknown }) => (typeof insert === 'string' ? insert : ''))
    .join('')

const standsInLine = ({ names: [name] }: Piece) => name === undefined || name === 'footnote'

/** Words or blocks that are not part of what the editor shows, drawn at the place where they would be, or were. */
export function drawn(piece: Piece, label: string, owner: Owner): HTMLElement {
  const tag = piece.what === 'added' ? 'ins' : 'del'
  if (standsInLine(piece)) {
    const words = marked(tag, piece.what, owner)
    words.textContent = piece.text
    return words
  }
  const block = marked('div', `whole ${piece.what}`, owner)
  block.append(chip(label, owner))
  for (const line of piece.what === 'added' && piece.element ? linesOf(piece.element) : [piece.text]) {
    const words = document.createElement(tag)
    words.textContent = line
    if (line) block.append(words)
  }
  return block
}
