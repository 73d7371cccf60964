import { readingLineOf, wordsIn } from '../comments/reading-line.ts'
import type { Content } from '../markup.ts'
import type { InText } from '../suggestions/in-text.ts'
import type { Compared } from '../versions/compared.ts'
import type { OutgoingThread } from './outgoing.ts'
import { overlaid } from './overlay.ts'
import { type Insertion, type NewBlock, type Proposal, proposalOf } from './proposals.ts'
import type { Reviewed } from './review.ts'

function withInsertions(block: Content, start: number, insertions: Insertion[]): Content {
  let at = start
  const content: Content[] = []
  const put = (from: number) => {
    for (const { nodes } of insertions.filter((insertion) => insertion.at === from)) content.push(...nodes)
  }
  for (const node of block.content ?? []) {
    const length = node.text?.length ?? 1
    const cuts = [...new Set(insertions.map((insertion) => insertion.at))].filter(
      (cut) => cut > at && cut < at + length,
    )
    let begin = at
    put(begin)
    for (const cut of node.text === undefined ? [] : cuts.sort((a, b) => a - b)) {
      content.push({ ...node, text: node.text?.slice(begin - at, cut - at) ?? '' })
      put(cut)
      begin = cut
    }
    content.push(node.text === undefined ? node : { ...node, text: node.text.slice(begin - at) })
    at += length
  }
  put(at)
  return { ...block, content }
}

/** How many parts with words a node holds. */
const partsIn = (node: Content): number => Array.from(wordsIn(node)).length

const holdsLikeOf = (node: Content, type: string): boolean =>
  (node.content ?? []).some((child) => child.type === type || holdsLikeOf(child, type))

/** Behind the part before it, beside its own kind: an item beside items, a paragraph of the text beside paragraphs. */
function withBlock(parent: Content, { behind, node }: NewBlock): Content {
  const children = parent.content ?? []
  let passed = 0
  for (const [index, child] of children.entries()) {
    const parts = partsIn(child)
    const isHere = behind <= passed + parts && (behind > passed || index === 0)
    if (isHere && child.type !== node.type && holdsLikeOf(child, node.type) && node.type !== 'paragraph') {
      const inside = withBlock(child, { behind: behind - passed, node })
      return { ...parent, content: children.with(index, inside) }
    }
    if (isHere) return { ...parent, content: children.toSpliced(behind <= passed ? index : index + 1, 0, node) }
    passed += parts
  }
  return { ...parent, content: [...children, node] }
}

function applied(base: Content, proposals: Proposal[]): Content {
  const insertions = proposals.flatMap((proposal) => proposal.insertions)
  const crossed = overlaid(
    base,
    proposals.flatMap(({ deletions }) => deletions),
  )
  const { starts } = readingLineOf(crossed)
  const beginnings = new Map(Array.from(wordsIn(crossed), (block, index) => [block, starts[index] ?? 0]))
  const within = (node: Content): Content => {
    const start = beginnings.get(node)
    if (start === undefined) return node.content ? { ...node, content: node.content.map(within) } : node
    const end = start + (node.content ?? []).reduce((sum, { text }) => sum + (text?.length ?? 1), 0)
    return withInsertions(
      node,
      start,
      insertions.filter(({ at }) => at >= start && at <= end),
    )
  }
  const blocks = proposals.flatMap((proposal) => proposal.blocks).sort((a, b) => b.behind - a.behind)
  return blocks.reduce(withBlock, within(crossed))
}

/** What cannot be shown in the words is said beside them. */
const inWords = ({ id, author, at }: InText, words: string): OutgoingThread => ({
  id: `suggestion-${id}`,
  resolved: false,
  remarks: [{ author, at: at.toISOString(), words }],
})

/** The text with everything that people would like to change in it, each under their name. */
export function withSuggestions(reviewed: Reviewed, suggestions: InText[], otherwise: string): Reviewed {
  const read = suggestions.map((suggestion) => ({
    suggestion,
    proposal: proposalOf(reviewed.content, suggestion.content as Compared, suggestion.id),
  }))
  const told = read.filter(({ proposal }) => proposal === null).map(({ suggestion }) => inWords(suggestion, otherwise))
  const changes = suggestions.map(({ id, author, at }) => [id, { author, at: at.toISOString() }] as const)
  return {
    content: applied(
      reviewed.content,
      read.flatMap(({ proposal }) => proposal ?? []),
    ),
    threads: [...reviewed.threads, ...told],
    changes: Object.fromEntries(changes),
  }
}
