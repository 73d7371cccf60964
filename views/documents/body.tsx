import type { Child } from 'hono/jsx'
import type { Content } from '#src/documents/markup.ts'
import { safeHref } from '#src/paths.ts'
import type { Sign } from './authorship-signs.ts'
import { type Heading, headingsOf } from './headings.ts'

type Drawn = Child
type Attributes = Record<string, unknown>
type Draw = (part: { attrs: Attributes; children: Drawn; heading: Heading | undefined }) => Drawn

/** Nothing that a person writes is nested so deep; what is, came from somewhere else. */
const maxDepth = 100

const whole = (value: unknown, least: number, most: number, otherwise: number) =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? Number(value) : otherwise

const span = (value: unknown) => {
  const cells = whole(value, 1, 100, 1)
  return cells > 1 ? cells : undefined
}

const nodes: Record<string, Draw> = {
  doc: ({ children }) => children,
  // An empty line is as high as a full one, as in the editor.
  paragraph: ({ children }) => <p>{Array.isArray(children) && children.length === 0 ? <br /> : children}</p>,
  heading: ({ heading, children }) => {
    const Tag = heading?.tag ?? 'h4'
    return <Tag id={heading?.id}>{children}</Tag>
  },
  blockquote: ({ children }) => <blockquote>{children}</blockquote>,
  bulletList: ({ children }) => <ul>{children}</ul>,
  orderedList: ({ attrs, children }) => <ol start={whole(attrs.start, 0, 9999, 1)}>{children}</ol>,
  listItem: ({ children }) => <li>{children}</li>,
  horizontalRule: () => <hr />,
  hardBreak: () => <br />,
  table: ({ children }) => (
    <div class="table-scroll">
      <table>
        <tbody>{children}</tbody>
      </table>
    </div>
  ),
  tableRow: ({ children }) => <tr>{children}</tr>,
  tableHeader: ({ attrs, children }) => (
    <th colspan={span(attrs.colspan)} rowspan={span(attrs.rowspan)}>
      {children}
    </th>
  ),
  tableCell: ({ attrs, children }) => (
    <td colspan={span(attrs.colspan)} rowspan={span(attrs.rowspan)}>
      {children}
    </td>
  ),
}

/** From the innermost to the outermost, whatever order they were stored in. */
const marks: Record<string, (children: Drawn, attrs: Attributes) => Drawn> = {
  italic: (children) => <em>{children}</em>,
  bold: (children) => <strong>{children}</strong>,
  link: (children, attrs) => {
    const href = safeHref(attrs.href)
    return href ? (
      <a href={href} rel="noopener noreferrer nofollow">
        {children}
      </a>
    ) : (
      children
    )
  },
}

const comparison: typeof marks = {
  deleted: (children) => <del>{children}</del>,
  inserted: (children) => <ins>{children}</ins>,
}

/** Whose words they are; at the beginning of a passage with letters that lead to the legend. */
const authored = (signs: Sign[]): typeof marks => ({
  written: (children, { by, starts }) => {
    const sign = signs[Number(by)]
    if (!sign) return children
    return (
      <span class="by" data-who={sign.colour} data-line={sign.line}>
        {starts === true && (
          <a class="by-sign" href={`#${sign.anchor}`} data-name={sign.name} aria-label={sign.name}>
            {sign.letters}
          </a>
        )}
        {children}
      </span>
    )
  },
})

export const drawnNodes = [...Object.keys(nodes), 'text']
export const drawnMarks = Object.keys(marks)

const attrsOf = (part: { attrs?: unknown }): Attributes =>
  typeof part.attrs === 'object' && part.attrs !== null ? (part.attrs as Attributes) : {}

const partsOf = <T,>(list: T[] | undefined): T[] =>
  Array.isArray(list) ? list.filter((part) => typeof part === 'object' && part !== null) : []

function drawText(node: Content, known: typeof marks): Drawn {
  const worn = new Map(partsOf(node.marks).map((mark) => [mark.type, attrsOf(mark)]))
  const words: Drawn = typeof node.text === 'string' ? node.text : ''
  return Object.entries(known).reduce<Drawn>((drawn, [name, wrap]) => {
    const attrs = worn.get(name)
    return attrs ? wrap(drawn, attrs) : drawn
  }, words)
}

type Props = {
  content: Record<string, unknown>
  /** Also shows what was put in and taken out, for a difference between two versions. */
  compared?: boolean
  /** Also shows who wrote what. */
  signs?: Sign[]
}

/** The one renderer of texts: an allow-list of nodes, marks and attributes; anything else is left out. */
export const DocumentBody = ({ content, compared = false, signs }: Props) => {
  const known = { ...marks, ...(compared ? comparison : {}), ...(signs ? authored(signs) : {}) }
  const headings = headingsOf(content)

  function draw(node: Content, depth: number): Drawn {
    if (node.type === 'text') return drawText(node, known)
    const wrap = typeof node.type === 'string' && Object.hasOwn(nodes, node.type) ? nodes[node.type] : undefined
    if (!wrap || depth > maxDepth) return null
    const children = partsOf(node.content).map((child) => draw(child, depth + 1))
    return wrap({ attrs: attrsOf(node), children, heading: headings.get(node) })
  }

  return <div class="paper">{partsOf((content as Content).content).map((block) => draw(block, 1))}</div>
}
