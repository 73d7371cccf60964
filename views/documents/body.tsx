import { rowsInOrder } from '#src/documents/comparisons/order.ts'
import type { Content } from '#src/documents/markup.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Sign } from './authorship-signs.ts'
import type {
  Around,
  Attributes,
  ComparisonAround,
  DifferenceDrawing,
  Drawn,
  PictureAddress,
  QuotingAround,
} from './body-drawing.ts'
import { authored, comparing, type Marks, marks } from './body-marks.tsx'
import { nodes } from './body-nodes.tsx'
import { NoteList } from './body-notes.tsx'
import { quoteLinks } from './body-quoting.tsx'
import { bodyTexts } from './body-texts.ts'
import { headingsOf } from './headings.ts'

/** Nothing that a person writes is nested so deep; what is, came from somewhere else. */
const maxDepth = 100

export const drawnNodes = [...Object.keys(nodes), 'text']
export const drawnMarks = Object.keys(marks)

const attrsOf = (part: { attrs?: unknown }): Attributes =>
  typeof part.attrs === 'object' && part.attrs !== null ? (part.attrs as Attributes) : {}

const partsOf = <T,>(list: T[] | undefined): T[] =>
  Array.isArray(list) ? list.filter((part) => typeof part === 'object' && part !== null) : []

function drawText(node: Content, known: Marks): Drawn {
  const worn = new Map(partsOf(node.marks).map((mark) => [mark.type, attrsOf(mark)]))
  const words: Drawn = typeof node.text === 'string' ? node.text : ''
  return Object.entries(known).reduce<Drawn>((drawn, [name, wrap]) => {
    const attrs = worn.get(name)
    return attrs ? wrap(drawn, attrs) : drawn
  }, words)
}

type Props = {
  content: Record<string, unknown>
  locale: Locale
  pictures: PictureAddress
  /** The line below a quoted passage that says where it is from. */
  sourceOf?: Around['sourceOf']
  /** Also shows what was put in and taken out, for a difference between two versions. */
  compared?: boolean
  /** Also says at each place what is other there. */
  difference?: DifferenceDrawing
  /** Also shows who wrote what. */
  signs?: Sign[]
  /** What the signs in the rows of a comparison mean. */
  comparison?: ComparisonAround
  /** Marks that lie on the words beside their own, such as passages on which conversations hang. */
  laid?: Marks
  quoting?: QuotingAround
}

/** The one renderer of texts: an allow-list of nodes, marks and attributes; anything else is left out. */
export const DocumentBody = (props: Props) => {
  const {
    content,
    locale,
    pictures,
    sourceOf = () => null,
    compared = false,
    signs,
    comparison = {},
    laid,
    difference,
    quoting,
  } = props
  const known = {
    ...marks,
    ...(compared ? comparing : {}),
    ...difference?.marks,
    ...(signs ? authored(signs) : {}),
    ...laid,
  }
  const headings = headingsOf(content)
  const quoteLink = quoteLinks(content as Content, quoting)
  const around: Around = {
    t: bodyTexts[locale.lang],
    pictures,
    sourceOf,
    notes: [],
    lang: locale.lang,
    comparison,
    rows: 0,
  }

  function draw(node: Content, depth: number): Drawn {
    const drawn = drawNode(node, depth)
    return difference ? difference.frame(node, drawn) : drawn
  }

  function drawNode(node: Content, depth: number): Drawn {
    if (node.type === 'text') return drawText(node, known)
    const wrap = typeof node.type === 'string' && Object.hasOwn(nodes, node.type) ? nodes[node.type] : undefined
    if (!wrap || depth > maxDepth) return null
    const lead = difference?.lead(node)
    const parts = node.type === 'comparison' ? rowsInOrder(partsOf(node.content)) : partsOf(node.content)
    const children = [...(lead ? [lead] : []), ...parts.map((child) => draw(child, depth + 1)), ...quoteLink(node)]
    return wrap({ attrs: attrsOf(node), children, heading: headings.get(node), around })
  }

  const blocks = partsOf((content as Content).content).map((block) => draw(block, 1))
  return (
    <div class="paper">
      {blocks}
      <NoteList notes={around.notes} t={around.t} />
    </div>
  )
}
