import type { Column } from '#src/documents/comparisons/choosing.ts'
import { Ideas, Quoted, responsibleFor, Statement } from './body-comparison-cells.tsx'
import type { Around, Draw, Drawn } from './body-drawing.ts'
import { texts } from './comparison-texts.ts'

type Words = (typeof texts)['de']

// A table that is laid out as cards loses its meaning for some screen readers; the roles keep it.
const role = (name: string) => ({ role: name })

const shown: Column[] = ['place', 'statement', 'position', 'assessment', 'demand', 'ideas', 'responsible', 'state']

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Pressing the column by which the rows stand turns them round. */
const Sort = ({ column, order, t }: { column: Column; order: Around['comparison']['order']; t: Words }) => {
  if (!order) return <>{t.columns[column]}</>
  const value = order.by === column && !order.descending ? `-${column}` : column
  return (
    <button
      class="sort"
      type="submit"
      form={order.form}
      name="sort"
      value={value}
      id={`sort-${column}`}
      aria-label={t.sortBy({ column: t.columns[column] })}
    >
      {t.columns[column]}
    </button>
  )
}

const sortOf = (column: Column, order: Around['comparison']['order']) =>
  order?.by === column ? (order.descending ? 'descending' : 'ascending') : order ? 'none' : undefined

const drawComparison: Draw = ({ children, around }) => {
  const t = texts[around.lang]
  const { order } = around.comparison
  return (
    <div class="table-wrap comparison-wrap">
      <table class="comparison-table" {...role('table')}>
        <caption class="vh">{t.caption}</caption>
        <thead {...role('rowgroup')}>
          <tr {...role('row')}>
            {shown.map((column) => (
              <th
                scope="col"
                {...role('columnheader')}
                data-column={column}
                data-label={order && t.columns[column]}
                aria-sort={sortOf(column, order)}
              >
                <Sort column={column} order={order} t={t} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...role('rowgroup')}>{children}</tbody>
      </table>
    </div>
  )
}

const drawRow: Draw = ({ attrs, children, around }) => {
  const t = texts[around.lang]
  const [place, statement, position, demand] = children
  around.rows += 1
  const number = typeof attrs.number === 'number' ? attrs.number : around.rows
  const cells: [Column, Drawn][] = [
    ['statement', <Statement attrs={attrs} words={statement} around={around} t={t} />],
    [
      'position',
      <>
        {position}
        <Quoted number={text(attrs.decision)} around={around} t={t} />
      </>,
    ],
    ['assessment', t.assessments[text(attrs.assessment) as keyof Words['assessments']]],
    ['demand', demand],
    ['ideas', <Ideas attrs={attrs} around={around} />],
    ['responsible', responsibleFor(attrs, around)],
    ['state', t.states[text(attrs.state) as keyof Words['states']] ?? t.states.open],
  ]
  return (
    <>
      <tr {...role('row')} id={text(attrs.row) ? `row-${attrs.row}` : undefined} data-change={text(attrs.change)}>
        <th scope="row" {...role('rowheader')} data-column="place">
          <span class="row-number">{number}</span> {place}
        </th>
        {cells.map(([column, content]) => (
          <td
            {...role('cell')}
            data-column={column}
            data-label={t.columns[column]}
            data-state={column === 'state' ? text(attrs.state) : undefined}
          >
            <div>{content}</div>
          </td>
        ))}
      </tr>
      <Talk row={text(attrs.row)} around={around} />
    </>
  )
}

/** Below a row, over its whole width: what is said about it. */
const Talk = ({ row, around }: { row: string; around: Around }) => {
  const { talkOn } = around.comparison
  if (!talkOn || row === '') return null
  return (
    <tr {...role('row')} class="row-talk">
      <td {...role('cell')} colspan={shown.length}>
        {talkOn(row)}
      </td>
    </tr>
  )
}

const inside: Draw = ({ children }) => <>{children}</>

/** Their programme and our position, row by row, as one table. */
export const comparisonNodes: Record<string, Draw> = {
  comparison: drawComparison,
  comparisonRow: drawRow,
  rowPlace: inside,
  rowStatement: inside,
  rowPosition: inside,
  rowDemand: inside,
}
