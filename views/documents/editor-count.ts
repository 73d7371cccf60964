import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { countWords } from './editor-blocks.ts'

/** A paragraph that nobody has touched is the same object as before and need not be counted again. */
const known = new WeakMap<Node, number>()

/** Words on both sides of a footnote are two words, and its own words count too. */
const textIn = (block: Node) => {
  let text = ''
  block.forEach((child) => {
    text += child.isText ? child.text : ` ${child.textContent} `
  })
  return text
}

function wordsOf(block: Node): number {
  const counted = known.get(block) ?? countWords(textIn(block))
  known.set(block, counted)
  return counted
}

export function wordsIn(doc: Node): number {
  let words = 0
  doc.descendants((node) => {
    if (node.isTextblock) words += wordsOf(node)
    return !node.isTextblock
  })
  return words
}

/** Of what is selected; none when nothing is. */
export function wordsSelected({ doc, selection: { from, to, empty } }: EditorState): number {
  return empty ? 0 : countWords(doc.textBetween(from, to, ' ', ' '))
}
