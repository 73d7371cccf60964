import type { Content } from '../markup.ts'

export type Mark = NonNullable<Content['marks']>[number]

/** What belongs together: the two ends of a moved passage, the cells of a column. */
export type Together = number

/** What a difference says about a node. It is never stored. */
export type NodeChange =
  | { kind: 'inserted' | 'deleted' | 'moved_here' | 'moved_away'; together?: Together }
  /** Other looks or values, or another kind of node; what stands in it is compared by itself. */
  | { kind: 'changed'; was: Pick<Content, 'type' | 'attrs'> }
  /** The same words in other nodes: before, these stood here. The first of several stands for all. */
  | { kind: 'reshaped'; was: Content[]; together: Together }
  /** Keeps the columns of a table in line where a row has no such cell. */
  | { kind: 'filler' }

/** The newer text, with what was put in and taken out marked in it. */
export type Compared = {
  type: string
  attrs?: Record<string, unknown>
  content?: Compared[]
  marks?: Mark[]
  text?: string
  change?: NodeChange
  /** Of the place that it belongs to, from 1 on. */
  place?: number
}

/** Marks that only a difference has. */
export type WordChange = 'inserted' | 'deleted' | 'moved_here' | 'moved_away'

export const wordChanges: readonly string[] = ['inserted', 'deleted', 'moved_here', 'moved_away']

export const changeOf = (inline: Compared): Mark | undefined =>
  inline.marks?.find(({ type }) => wordChanges.includes(type))

/** Its marks are others than they were. */
export const reformattedFrom = (inline: Compared): Mark[] | undefined =>
  inline.marks?.find(({ type }) => type === 'reformatted')?.attrs?.was as Mark[] | undefined

export const marked = (inline: Compared, type: WordChange): Compared => ({
  ...inline,
  marks: [...(inline.marks ?? []), { type }],
})

const isOfDifference = ({ type }: Mark) => wordChanges.includes(type) || type === 'reformatted'

/** Without what the difference put on. */
export function unmarked(inline: Compared): Compared {
  const { marks: worn = [], ...rest } = inline
  const marks = worn.filter((mark) => !isOfDifference(mark))
  return marks.length > 0 ? { ...rest, marks } : rest
}

export const childrenOf = <T extends { content?: T[] }>(node: T): T[] => node.content ?? []

/** Something that was put in or taken out as a whole. */
export function whole(node: Content, type: 'inserted' | 'deleted'): Compared {
  const inside = (part: Content): Compared =>
    part.type === 'text' ? marked(part, type) : part.content ? { ...part, content: part.content.map(inside) } : part
  return { ...inside(node), change: { kind: type } }
}
