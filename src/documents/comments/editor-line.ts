import type { Node } from '@tiptap/pm/model'

/** What stands between words and is no letter itself. */
const thing = '\uFFFC'

interface Piece {
  /** On the line. */
  at: number
  length: number
  /** In the editor. */
  position: number
}

/** The words of the text on one line, as the server lays them out too, and where each of them stands for ProseMirror. */
export interface EditorLine {
  text: string
  positionOf(offset: number, isEnd: boolean): number | null
  offsetOf(position: number): number | null
}

const letterOf = (node: Node) => (node.type.name === 'hardBreak' ? '\n' : (node.text ?? thing))

export function editorLineOf(doc: Node): EditorLine {
  const pieces: Piece[] = []
  const blocks: string[] = []
  let at = 0
  doc.descendants((block, start) => {
    if (!block.isTextblock) return true
    let words = ''
    block.forEach((child, offset) => {
      const letters = letterOf(child)
      pieces.push({ at: at + words.length, length: letters.length, position: start + 1 + offset })
      words += letters
    })
    blocks.push(words)
    at += words.length + 1
    return false
  })
  const positionOf = (offset: number, isEnd: boolean) => {
    const sought = isEnd ? offset - 1 : offset
    const piece = pieces.find((one) => sought >= one.at && sought < one.at + one.length)
    return piece ? piece.position + (sought - piece.at) + (isEnd ? 1 : 0) : null
  }
  const offsetOf = (position: number) => {
    const piece = pieces.find((one) => position >= one.position && position <= one.position + one.length)
    return piece ? piece.at + (position - piece.position) : null
  }
  return { text: blocks.join('\n'), positionOf, offsetOf }
}
