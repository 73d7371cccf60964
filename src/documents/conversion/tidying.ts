import type { Content } from '../markup.ts'
import { withJoinedLists } from './joining.ts'
import { pageSign, wordsAround } from './milestones.ts'

const isBlank = (node: Content) =>
  node.type === 'paragraph' &&
  (node.content ?? []).every(
    ({ type, text }) => type === 'hardBreak' || (text !== undefined && wordsAround(text).trim() === ''),
  )

/** Word processors make room with empty paragraphs and headings with bold type; here the look does that. */
export function tidied(doc: Content): Content {
  const blocks = (doc.content ?? [])
    .flatMap(apartAtPages)
    .filter((node) => !isBlank(node))
    .map((node) => trimmed(plainHeading(node)))
  const first = blocks.findIndex(({ type }) => type !== 'pageBreak')
  return withJoinedLists({ ...doc, content: first < 0 ? [{ type: 'paragraph' }] : blocks.slice(first) })
}

const plainHeading = (node: Content): Content =>
  node.type === 'heading'
    ? { ...node, content: node.content?.map(({ marks, ...part }) => withMarks(part, marks)) ?? [] }
    : node

const withMarks = (part: Content, marks: Content['marks'] = []): Content => {
  const kept = marks.filter(({ type }) => type === 'link')
  return kept.length > 0 ? { ...part, marks: kept } : part
}

const beginsPage = ({ text }: Content) => text?.includes(pageSign) ?? false

/** A page break stands between paragraphs, and not within one. */
function apartAtPages(node: Content): Content[] {
  if (node.type !== 'paragraph' && node.type !== 'heading') return beside(node)
  if (!node.content?.some(beginsPage)) return [node]
  const pieces: Content[][] = [[]]
  for (const part of node.content) {
    for (const [index, words] of (part.text?.split(pageSign) ?? [null]).entries()) {
      if (index > 0) pieces.push([])
      if (words !== '') pieces.at(-1)?.push(words === null ? part : { ...part, text: words })
    }
  }
  return pieces.flatMap((content, index) => [
    ...(index > 0 ? [{ type: 'pageBreak' }] : []),
    ...(content.length > 0 ? [{ ...node, content }] : []),
  ])
}

/** Nor in a list, a quotation or a table: there it comes before what it begins, or after what it ends. */
function beside(node: Content): Content[] {
  const words = textsIn(node)
  const at = words.findIndex((text) => text.includes(pageSign))
  if (at < 0) return [node]
  const isFirst = words
    .slice(0, at + 1)
    .join('')
    .trimStart()
    .startsWith(pageSign)
  return isFirst ? [{ type: 'pageBreak' }, node] : [node, { type: 'pageBreak' }]
}

const textsIn = (node: Content): string[] =>
  node.text === undefined ? (node.content ?? []).flatMap(textsIn) : [wordsAround(node.text)]

/** Where a picture stood between words, blanks are left at the ends. */
function trimmed(node: Content): Content {
  if (node.type !== 'paragraph' || !node.content) return node
  const content = node.content.map((part, index, { length }) => {
    if (part.text === undefined) return part
    const text = index === 0 ? part.text.trimStart() : part.text
    return { ...part, text: index === length - 1 ? text.trimEnd() : text }
  })
  return { ...node, content: content.filter(({ text }) => text !== '') }
}
