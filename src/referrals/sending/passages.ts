import type { Content } from '../../documents/markup.ts'

/** Without recursion, because a text may be nested deeper than anybody writes. */
function* nodesOf(root: Content): Generator<Content> {
  const open = [root]
  for (let node = open.pop(); node; node = open.pop()) {
    yield node
    if (node.type !== 'footnote') open.push(...(node.content ?? []).toReversed())
  }
}

const wordsOf = (node: Content) =>
  Array.from(nodesOf(node), ({ text }) => text ?? '')
    .join('')
    .trim()

const allHeadings = (content: Content) =>
  Array.from(nodesOf(content))
    .filter(({ type }) => type === 'heading')
    .map(wordsOf)

/** The headings of a text, as places that an answer can point to. */
export const headingsIn = (content: Content): string[] => [...new Set(allHeadings(content))].filter(Boolean)

/** Where a place that somebody has named is found in the text that was sent; headings are numbered through there. */
export function anchorOf(content: Content, passage: string): string | null {
  const place = allHeadings(content).indexOf(passage.trim())
  return passage && place >= 0 ? `s${place + 1}` : null
}
