import type { Child } from 'hono/jsx'

export type Column = { label: string; figure?: boolean }

type Props = {
  caption: string
  columns: Column[]
  rows: Child[][]
  /** A name and one figure: one line each, on the phone too. */
  pairs?: boolean
}

// A table that is laid out as cards loses its meaning for some screen readers; the roles keep it.
const role = (name: string) => ({ role: name })

const Cell = ({ column, first, content }: { column?: Column; first: boolean; content: Child }) =>
  first ? (
    <th scope="row" {...role('rowheader')}>
      {content}
    </th>
  ) : (
    <td {...role('cell')} data-label={column?.label} class={column?.figure ? 'num' : undefined}>
      {content}
    </td>
  )

/** So many stand closer together, so that a tablet shows them side by side. */
const many = 7

const classOf = ({ pairs, columns }: Pick<Props, 'pairs' | 'columns'>) =>
  pairs ? 'table pairs' : columns.length > many ? 'table many' : 'table'

/** First column names the row; `figure` columns stand right. On a phone each row becomes a card with labels. */
export const Table = ({ caption, columns, rows, pairs }: Props) => (
  <div class="table-wrap">
    <table class={classOf({ pairs, columns })} {...role('table')}>
      <caption class="vh">{caption}</caption>
      <thead {...role('rowgroup')}>
        <tr {...role('row')}>
          {columns.map((column) => (
            <th scope="col" {...role('columnheader')} class={column.figure ? 'num' : undefined}>
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody {...role('rowgroup')}>
        {rows.map((cells) => (
          <tr {...role('row')}>
            {cells.map((content, place) => (
              <Cell column={columns[place]} first={place === 0} content={content} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
