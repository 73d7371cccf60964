import type { Content } from '../../markup.ts'
import { gridOf } from '../grid.ts'
import type { Outgoing } from '../outgoing.ts'
import { type PictureFile, pictureFiles } from '../pictures.ts'
import {
  changeOf,
  childrenOf,
  columnsOf,
  headRowsOf,
  hrefOf,
  isHeading,
  markOf,
  nodesOf,
  plainOf,
  ranksOf,
  spansOf,
  whole,
  word,
} from '../reading.ts'
import { isWide } from '../wide.ts'

/** One piece of the text as the template reads it: `k` says what it is. */
export type Piece = { k: string } & Record<string, unknown>

interface Writing {
  /** So many lists and quotations stand around it. */
  depth: number
  outgoing: Outgoing
  ranks: Map<Content, number>
  files: Map<string, PictureFile>
}

function words(node: Content, { outgoing }: Writing): Piece {
  const href = hrefOf(node, outgoing)
  const change = changeOf(node)
  return {
    k: 't',
    t: node.text ?? '',
    ...(markOf(node, 'bold') && { b: true }),
    ...(markOf(node, 'italic') && { i: true }),
    ...(href && { href }),
    ...(change && { change: change.kind }),
  }
}

function inline(node: Content, writing: Writing): Piece {
  if (node.type === 'hardBreak') return { k: 'br' }
  if (node.type === 'footnote') return { k: 'fn', c: inlines(node, writing) }
  return words(node, writing)
}

const inlines = (node: Content, writing: Writing) => childrenOf(node).map((child) => inline(child, writing))

const blocks = (node: Content, writing: Writing): Piece[] => childrenOf(node).flatMap((child) => block(child, writing))

const list = (k: string) => (node: Content, writing: Writing) => [
  {
    k,
    start: whole(node.attrs?.start),
    items: childrenOf(node).map((item) => ({ done: item.attrs?.checked === true, c: blocks(item, writing) })),
  },
]

/** At 96 to the inch; the template makes it no wider than the page. */
const points = (pixels: number) => (pixels * 72) / 96

function image(node: Content, { files, outgoing }: Writing): Piece[] {
  const file = files.get(word(node.attrs?.attachment))
  const alt = word(node.attrs?.alt)
  const { picture } = outgoing.words
  if (!file) return [{ k: 'p', c: [{ k: 't', t: `[${picture}${alt ? `: ${alt}` : ''}]` }] }]
  const { width, height } = file.picture
  const decorative = node.attrs?.decorative === true
  return [{ k: 'img', path: file.path, alt: alt || picture, decorative, w: points(width), h: points(height) }]
}

/** Headers may not reach below the rows that are repeated. */
function safeHeads(grid: ReturnType<typeof gridOf>, heads: number): number {
  const reaches = grid
    .slice(0, heads)
    .some((row, index) => row.some(({ cell }) => cell && index + spansOf(cell).rows > heads))
  return reaches ? 0 : heads
}

/** What comes again on every page is for eyes alone, and may lead nowhere. */
const leadsSomewhere = (node: Content): boolean =>
  node.type === 'footnote' || markOf(node, 'link') !== undefined || childrenOf(node).some(leadsSomewhere)

/** A column with much in it is wider, none so wide or so narrow that the others suffer. */
function widthsOf(grid: ReturnType<typeof gridOf>, columns: number): number[] {
  const most = Array.from({ length: columns }, () => 0)
  for (const row of grid)
    for (const [x, { cell }] of row.entries())
      if (cell && spansOf(cell).columns === 1) most[x] = Math.max(most[x] ?? 0, plainOf(cell).length)
  return most.map((letters) => Math.min(15, Math.max(4, Math.sqrt(letters))))
}

function table(node: Content, writing: Writing): Piece[] {
  const grid = gridOf(node)
  const columns = Math.max(columnsOf(node), ...grid.map((row) => row.length))
  const cells = grid.flatMap((row, y) =>
    row.flatMap(({ cell }, x) => {
      if (!cell) return []
      const span = spansOf(cell)
      const rows = Math.min(span.rows, grid.length - y)
      return [{ x, y, cs: span.columns, rs: rows, head: cell.type === 'tableHeader', c: blocks(cell, writing) }]
    }),
  )
  const heads = safeHeads(grid, headRowsOf(node))
  const repeated = !childrenOf(node).slice(0, heads).some(leadsSomewhere)
  // The typesetter stumbles over links between words that are divided in a cell.
  const hyphenate = !leadsSomewhere(node)
  const widths = widthsOf(grid, columns)
  return [{ k: 'tb', widths, heads, repeated, hyphenate, cells }]
}

const drawn: Record<string, (node: Content, writing: Writing) => Piece[]> = {
  paragraph: (node, writing) => [{ k: 'p', c: inlines(node, writing) }],
  heading: (node, writing) => [{ k: 'h', level: writing.ranks.get(node) ?? 1, c: inlines(node, writing) }],
  bulletList: list('ul'),
  orderedList: list('ol'),
  taskList: list('tl'),
  blockquote: (node, writing) => [{ k: 'q', c: blocks(node, writing) }],
  excerpt: (node, writing) => [{ k: 'q', c: blocks(node, writing) }],
  horizontalRule: () => [{ k: 'hr' }],
  pageBreak: () => [{ k: 'pb' }],
  image,
  table,
}

const nesting = new Set(['bulletList', 'orderedList', 'taskList', 'blockquote', 'excerpt', 'table'])

/** Deeper than anybody reads them, lists and quotations are set as what they hold: the typesetter has its limits. */
const deepest = 15

function block(node: Content, writing: Writing): Piece[] {
  if (!nesting.has(node.type)) return drawn[node.type]?.(node, writing) ?? blocks(node, writing)
  if (writing.depth >= deepest) return blocks(node, writing)
  return drawn[node.type]?.(node, { ...writing, depth: writing.depth + 1 }) ?? []
}

/** From as many headings on readers look for a table of contents. */
const manyHeadings = 8

export interface Printed {
  /** JSON for the template: words of people are data there, and never markup. */
  data: string
  files: PictureFile[]
}

export function printed(outgoing: Outgoing): Printed {
  const files = pictureFiles(outgoing)
  const writing = {
    depth: 0,
    outgoing,
    ranks: ranksOf(outgoing.content),
    files: new Map(files.map((file) => [file.id, file])),
  }
  const { title, letterhead, about, running, checksum, numberedLines, words: said, language } = outgoing
  const hasContents = Array.from(nodesOf(outgoing.content)).filter(isHeading).length >= manyHeadings
  const wide = isWide(outgoing.content)
  const body = blocks(outgoing.content, writing)
  const data = { title, letterhead, about, running, checksum, numberedLines, said, language, hasContents, wide, body }
  return { data: JSON.stringify(data), files }
}
