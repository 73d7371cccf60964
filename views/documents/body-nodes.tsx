import { comparisonNodes } from './body-comparison.tsx'
import { type Draw, whole } from './body-drawing.ts'
import { drawNote } from './body-notes.tsx'
import { drawPicture } from './body-picture.tsx'

const span = (value: unknown) => {
  const cells = whole(value, 1, 100) ?? 1
  return cells > 1 ? cells : undefined
}

const drawTask: Draw = ({ attrs, children, around: { t } }) => (
  <li>
    <input
      type="checkbox"
      disabled
      checked={attrs.checked === true}
      aria-label={attrs.checked === true ? t.done : t.open}
    />
    <div>{children}</div>
  </li>
)

const drawExcerpt: Draw = ({ attrs, children, around: { sourceOf } }) => {
  const source = typeof attrs.quotation === 'string' ? sourceOf(attrs.quotation) : null
  return (
    <figure class="excerpt">
      <blockquote>{children}</blockquote>
      {source && <figcaption>{source}</figcaption>}
    </figure>
  )
}

const drawTable: Draw = ({ children }) => (
  <div class="table-scroll">
    <table>
      <tbody>{children}</tbody>
    </table>
  </div>
)

/** Every node that a text may have, and nothing else. */
export const nodes: Record<string, Draw> = {
  doc: ({ children }) => children,
  // An empty line is as high as a full one, as in the editor.
  paragraph: ({ children }) => <p>{children.length === 0 ? <br /> : children}</p>,
  heading: ({ heading, children }) => {
    const Tag = heading?.tag ?? 'h4'
    return <Tag id={heading?.id}>{children}</Tag>
  },
  blockquote: ({ children }) => <blockquote>{children}</blockquote>,
  bulletList: ({ children }) => <ul>{children}</ul>,
  orderedList: ({ attrs, children }) => <ol start={whole(attrs.start, 0, 9999) ?? 1}>{children}</ol>,
  listItem: ({ children }) => <li>{children}</li>,
  taskList: ({ children }) => <ul class="checklist">{children}</ul>,
  taskItem: drawTask,
  horizontalRule: () => <hr />,
  pageBreak: ({ around: { t } }) => <hr class="page-break" aria-label={t.newPage} />,
  hardBreak: () => <br />,
  image: drawPicture,
  footnote: drawNote,
  excerpt: drawExcerpt,
  table: drawTable,
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
  ...comparisonNodes,
}
