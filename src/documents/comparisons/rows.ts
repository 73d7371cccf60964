import type { Content } from '../markup.ts'
import type { assessments, rowChanges, rowStates } from '../nodes/comparison.ts'
import { asShown, evenKeys } from './order.ts'

export type Assessment = (typeof assessments)[number]
export type RowState = (typeof rowStates)[number]
export type RowChange = (typeof rowChanges)[number]

/** One row of a comparison, as it stands in a text (`DOMAIN.md 6.6`). */
export interface Row {
  /** Its place among all rows of the text, from 1. */
  number: number
  /** What it is called for good; older texts may have none. */
  id: string | null
  place: string
  statement: Content[]
  position: Content[]
  demand: Content[]
  assessment: Assessment
  state: RowState
  ideas: string[]
  /** Slug of the group that answers for it. */
  responsible: string
  /** The edition, in words. */
  source: string
  literal: boolean
  statementId: string | null
  previousId: string | null
  change: RowChange
  /** Number of the decision that it quotes. */
  decision: string
  /** As it stands in the text. */
  node: Content
}

/** Every comparison in a text, wherever it stands. */
export const comparisonsIn = (content: Content): Content[] =>
  content.type === 'comparison' ? [content] : (content.content ?? []).flatMap(comparisonsIn)

const wordsOf = (value: unknown) => (typeof value === 'string' ? value : '')
const idOf = (value: unknown) => (typeof value === 'string' ? value : null)

const inside = (row: Content, type: string) => row.content?.find((cell) => cell.type === type)?.content ?? []

/** "L3, L2" and "L2 L3" name the same ideas. */
export const codesIn = (ideas: string): string[] => [...new Set(ideas.match(/[A-Z]{1,3}\d{1,2}/g))].sort()

function readRow(node: Content, number: number): Row {
  const attrs = node.attrs ?? {}
  return {
    number,
    id: idOf(attrs.row),
    place: inside(node, 'rowPlace')
      .map(({ text = '' }) => text)
      .join(''),
    statement: inside(node, 'rowStatement'),
    position: inside(node, 'rowPosition'),
    demand: inside(node, 'rowDemand'),
    assessment: wordsOf(attrs.assessment) as Assessment,
    state: (wordsOf(attrs.state) || 'open') as RowState,
    ideas: codesIn(wordsOf(attrs.ideas)),
    responsible: wordsOf(attrs.responsible),
    source: wordsOf(attrs.source),
    literal: attrs.literal === true,
    statementId: idOf(attrs.statement),
    previousId: idOf(attrs.previous),
    change: wordsOf(attrs.change) as RowChange,
    decision: wordsOf(attrs.decision),
    node,
  }
}

/** All rows of a text in reading order. */
export const rowsOf = (content: Content): Row[] =>
  comparisonsIn(asShown(content))
    .flatMap((comparison) => comparison.content ?? [])
    .map((row, index) => readRow(row, index + 1))

/** How many rows stand how far: tells a coordinator what is agreed. */
export const statesOf = (rows: Row[]): Record<RowState, number> => ({
  open: rows.filter(({ state }) => state === 'open').length,
  in_work: rows.filter(({ state }) => state === 'in_work').length,
  agreed: rows.filter(({ state }) => state === 'agreed').length,
})

const named = (row: Content, order: string): Content => ({
  ...row,
  attrs: { ...row.attrs, row: idOf(row.attrs?.row) ?? crypto.randomUUID(), order },
})

/** What comes out of a template or a file has no names and places for its rows yet; comments and editions need them. */
export function withRowNames(node: Content): Content {
  if (node.type === 'comparison') {
    const { content = [] } = asShown(node)
    const keys = evenKeys(content.length)
    return { ...node, content: content.map((row, index) => named(row, keys[index] as string)) }
  }
  return { ...node, ...(node.content && { content: node.content.map(withRowNames) }) }
}
