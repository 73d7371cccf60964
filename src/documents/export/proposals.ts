import { readingLineOf, wordsIn } from '../comments/reading-line.ts'
import type { Content } from '../markup.ts'
import type { Compared } from '../versions/compared.ts'
import type { Stretch } from './overlay.ts'

/** Words that come in before this letter of the reading line. */
export interface Insertion {
  at: number
  nodes: Content[]
}

/** A block that comes in behind so many parts with words of the text as it is. */
export interface NewBlock {
  behind: number
  node: Content
}

/** One suggestion in terms of the text as it is, so that several can be shown in it side by side. */
export interface Proposal {
  insertions: Insertion[]
  deletions: Stretch[]
  blocks: NewBlock[]
}

const comesIn = new Set(['inserted', 'moved_here'])
const goesOut = new Set(['deleted', 'moved_away'])
const ofDifference = new Set([...comesIn, ...goesOut, 'reformatted'])

const wears = (node: Compared, which: Set<string>) => node.marks?.some(({ type }) => which.has(type)) ?? false

function bare({ change, place, marks, content, ...node }: Compared): Content {
  const kept = marks?.filter(({ type }) => !ofDifference.has(type)) ?? []
  return { ...node, ...(kept.length > 0 && { marks: kept }), ...(content && { content: content.map(bare) }) }
}

/** As something that somebody wants in. */
export const proposed = (node: Content, by: string): Content =>
  node.text === undefined
    ? { ...node, ...(node.content && { content: node.content.map((child) => proposed(child, by)) }) }
    : { ...node, marks: [...(node.marks ?? []), { type: 'inserted', attrs: { by } }] }

const lettersOf = ({ type, text }: Compared) => (type === 'hardBreak' ? '\n' : (text ?? '\uFFFC'))

const isInline = ({ type }: Compared) => type === 'text' || type === 'hardBreak'
const holdsWords = (node: Compared) =>
  node.type === 'paragraph' || node.type === 'heading' || (node.content ?? []).some(isInline)

interface Walk extends Proposal {
  by: string
  starts: number[]
  letters: string[]
  passed: number
  isOther: boolean
}

function readWords(block: Compared, walk: Walk) {
  const start = walk.starts[walk.passed] ?? 0
  let at = start
  let letters = ''
  for (const child of block.content ?? []) {
    if (wears(child, comesIn)) {
      walk.insertions.push({ at, nodes: [proposed(bare(child), walk.by)] })
      continue
    }
    const said = lettersOf(child)
    if (wears(child, goesOut))
      walk.deletions.push({ from: at, to: at + said.length, mark: { type: 'deleted', attrs: { by: walk.by } } })
    letters += said
    at += said.length
  }
  if (letters !== walk.letters[walk.passed]) walk.isOther = true
  walk.passed += 1
}

function read(node: Compared, walk: Walk): void {
  if (node.change && comesIn.has(node.change.kind)) {
    walk.blocks.push({ behind: walk.passed, node: proposed(bare(node), walk.by) })
    return
  }
  if (holdsWords(node)) readWords(node, walk)
  else for (const child of node.content ?? []) read(child, walk)
}

const wordsOf = (block: Content) => (block.content ?? []).map(lettersOf).join('')

/** Null where it changes the shape and not the words, or more of it than can be told in one line. */
export function proposalOf(base: Content, compared: Compared, by: string): Proposal | null {
  const { starts } = readingLineOf(base)
  const letters = Array.from(wordsIn(base), wordsOf)
  const walk: Walk = { insertions: [], deletions: [], blocks: [], by, starts, letters, passed: 0, isOther: false }
  read(compared, walk)
  if (walk.isOther || walk.passed !== letters.length) return null
  const { insertions, deletions, blocks } = walk
  return insertions.length + deletions.length + blocks.length > 0 ? { insertions, deletions, blocks } : null
}
