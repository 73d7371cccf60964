import type { Node } from '@tiptap/pm/model'

export interface Heading {
  level: number
  words: string
  /** In front of it. */
  at: number
}

/** Headings of the text itself and of what is quoted or put in columns in it, in reading order. */
export function headingsIn(doc: Node): Heading[] {
  const found: Heading[] = []
  doc.descendants((node, at) => {
    if (node.type.name === 'heading' && node.textContent.trim() !== '')
      found.push({ level: Number(node.attrs.level), words: node.textBetween(0, node.content.size, '', ' ').trim(), at })
    return !node.isTextblock
  })
  return found
}

/** The heading below which this place stands. */
export function headingAbove(headings: Pick<Heading, 'at'>[], place: number): number {
  let [low, high] = [0, headings.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((headings[middle]?.at ?? 0) <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}
