import { plainTextOf } from '../content/plain-text.ts'
import { type Compared, childrenOf } from '../versions/compared.ts'
import type { Change } from './changes.ts'

type Came = 'puts_in' | 'takes_out'

const cameOf = ({ change }: Compared): Came | null =>
  change?.kind === 'inserted' ? 'puts_in' : change?.kind === 'deleted' ? 'takes_out' : null

const wordsIn = (nodes: Compared[]) =>
  nodes
    .map((node) => plainTextOf(node).replace(/\s+/g, ' ').trim())
    .filter(Boolean)
    .join(' ')

/** Tables, rows and columns that come or go as a whole, and what is left to be told of the rest. */
export function tablesIn(marked: Compared): { changes: Change[]; rest: Compared } {
  const changes: Change[] = []
  const tell = (kind: Came, type: string, nodes: Compared[]) => changes.push({ kind, type, words: wordsIn(nodes) })
  const visit = (node: Compared): Compared[] => {
    const came = cameOf(node)
    if (came && (node.type === 'table' || node.type === 'tableRow')) {
      tell(came, node.type, [node])
      return []
    }
    if (!node.content) return [node]
    if (node.type === 'table') for (const cells of columnsIn(node)) tell(cells.came, 'tableColumn', cells.nodes)
    return [{ ...node, content: node.content.filter((child) => !isOfColumn(child)).flatMap(visit) }]
  }
  const [rest = { ...marked, content: [] }] = visit(marked)
  return { changes, rest }
}

const togetherOf = ({ change }: Compared) => (change && 'together' in change ? change.together : undefined)

const isCell = ({ type }: Compared) => type === 'tableCell' || type === 'tableHeader'

const isOfColumn = (node: Compared) => isCell(node) && (cameOf(node) !== null || node.change?.kind === 'filler')

interface Column {
  came: Came
  nodes: Compared[]
}

function columnsIn(table: Compared): Column[] {
  const columns = new Map<unknown, Column>()
  for (const cell of childrenOf(table).flatMap(childrenOf)) {
    const [came, together] = [cameOf(cell), togetherOf(cell)]
    if (!came || together === undefined) continue
    const column = columns.get(together) ?? { came, nodes: [] }
    column.nodes.push(cell)
    columns.set(together, column)
  }
  return [...columns.values()]
}
