import { readFileSync } from 'node:fs'
import { type Block, blocksIn } from './markdown-tables.ts'

/** A row as its judge reads it. */
export interface Row {
  /** Table and ID, for whoever has to find it. */
  name: string
  /** Heading, without what it explains in brackets → what stands below it. */
  cells: ReadonlyMap<string, string>
  /** The same → the heading as it is written. */
  headings: ReadonlyMap<string, string>
  /** What somebody has asked for. */
  read: Set<string>
}

export interface Table {
  name: string
  rows: Row[]
  /** Why it cannot be read, whatever its rows say. */
  faults: string[]
}

const short = (heading: string): string => heading.replace(/\s*\(.*$/, '')

/** The tables that were there first: others are known by their markers, or else by their headings. */
const familiar = blocksIn(readFileSync(new URL('tables.md', import.meta.url), 'utf8'))

const hasHeadingsOf = (one: Block, other: Block) => {
  const headings = other.head.map(short)
  return one.head.every((heading) => headings.includes(short(heading)))
}

const results = ['Effective N', 'Counted', 'Outcome', 'Reason']

/** Whether it says how something ends: then it wants to be understood. */
const isOnCounting = ({ head }: Block) => {
  const headings = head.map(short)
  return headings.includes('ID') && results.some((result) => headings.includes(result))
}

/** Null for what stands in the same file and has nothing to do with counting. */
function nameOf(block: Block): string | null {
  const { marker, head } = block
  if (marker !== null && familiar.some((known) => known.marker === marker)) return marker
  const like = head.length > 0 ? familiar.find((known) => hasHeadingsOf(known, block)) : undefined
  return like?.marker ?? marker ?? (isOnCounting(block) ? head.join(' | ') : null)
}

function row(table: string, head: string[], body: string[]): Row {
  const cells = new Map(head.map((heading, at) => [short(heading), body[at] ?? '']))
  const headings = new Map(head.map((heading) => [short(heading), heading]))
  return { name: `${table} ${cells.get('ID') || body.join(' | ')}`, cells, headings, read: new Set(['ID']) }
}

function* faultsOf({ head, body }: Block): Generator<string> {
  const headings = head.map(short)
  for (const twice of headings.filter((heading, at) => headings.indexOf(heading) < at)) {
    yield `two columns are called ${twice}`
  }
  for (const cells of body) {
    if (cells.length !== head.length) yield `${cells.join(' | ')}: ${cells.length} cells below ${head.length} headings`
    if (!cells[headings.indexOf('ID')]) yield `${cells.join(' | ')}: without an ID`
  }
  if (body.length === 0) yield 'is empty'
}

export function readTables(text: string): Table[] {
  const named = blocksIn(text).flatMap((block) => {
    const name = nameOf(block)
    return name === null ? [] : [{ name, block }]
  })
  return [...Map.groupBy(named, ({ name }) => name)].map(([name, parts]) => ({
    name,
    rows: parts.flatMap(({ block: { head, body } }) => body.map((cells) => row(name, head, cells))),
    faults: parts.flatMap(({ block }) => [...faultsOf(block)]),
  }))
}
