import { Link } from '@tiptap/extension-link'
import { OrderedList, TaskItem, TaskList } from '@tiptap/extension-list'
import { Table, TableCell, TableHeader, TableRow } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { safeHref } from '../paths.ts'
import { Comparison, ComparisonRow, RowDemand, RowPlace, RowPosition, RowStatement } from './nodes/comparison.ts'
import { Excerpt } from './nodes/excerpt.ts'
import { Footnote } from './nodes/footnote.ts'
import { Image } from './nodes/image.ts'
import { PageBreak } from './nodes/page-break.ts'

/** What a text may consist of, for server and browser. Whoever changes it raises `schemaVersion`. */
export const schemaVersion = 2

/** Name of the shared fragment that holds the text. */
export const field = 'body'

/** Deeper than any text that a person writes; whatever walks through a text may rely on it. */
export const maxDepth = 100

/** A ProseMirror node as JSON, as snapshots keep it. */
export type Content = {
  type: string
  attrs?: Record<string, unknown>
  content?: Content[]
  marks?: { type: string; attrs?: Record<string, unknown> }[]
  text?: string
}

const whole = (value: unknown) => {
  if (!Number.isInteger(value)) throw new RangeError('not a whole number')
}

/** What stands in an attribute; one when it is no whole number, or one that no table and no list can have. */
function wholeIn(written: string | null, least: number, most: number): number {
  const number = Number.parseInt(written ?? '', 10)
  return number >= least && number <= most ? number : 1
}

const span = (name: string) => ({
  default: 1,
  validate: whole,
  parseHTML: (cell: HTMLElement) => wholeIn(cell.getAttribute(name), 1, 1_000),
})

// `colwidth` is asked for by the table commands; nothing here sets or shows it.
const cellAttributes = () => ({
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { default: null, rendered: false, parseHTML: () => null },
})

const link = Link.extend({ addAttributes: () => ({ href: { default: null } }) }).configure({
  openOnClick: false,
  defaultProtocol: 'https',
  HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: null },
  isAllowedUri: (href) => safeHref(href) !== null,
})

const startOf = (list: HTMLElement) => wholeIn(list.getAttribute('start'), 0, 1_000_000)

const orderedList = OrderedList.extend({
  addAttributes: () => ({
    start: { default: 1, validate: whole, parseHTML: startOf },
  }),
})

// Opening a text must not write to it, so nothing is added at its end by itself.
const basics = StarterKit.configure({
  heading: { levels: [1, 2, 3] },
  undoRedo: false,
  trailingNode: false,
  link: false,
  orderedList: false,
  code: false,
  codeBlock: false,
  strike: false,
  underline: false,
})

export const extensions = [
  basics,
  link,
  orderedList,
  Table.configure({ resizable: false }),
  TableRow,
  TableCell.extend({ addAttributes: cellAttributes }),
  TableHeader.extend({ addAttributes: cellAttributes }),
  TaskList,
  TaskItem.configure({ nested: true }),
  Image,
  Footnote,
  PageBreak,
  Excerpt,
  Comparison,
  ComparisonRow,
  RowPlace,
  RowStatement,
  RowPosition,
  RowDemand,
]
