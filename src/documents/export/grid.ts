import type { Content } from '../markup.ts'
import { childrenOf, spansOf } from './reading.ts'

/** A cell at its place, or one that lies below a merged one. */
export type Place = { cell: Content } | { cell: null }

/** Rows with a place for every column: formats that count covered cells need to know which ones these are. */
export function gridOf(table: Content): Place[][] {
  const covered: Set<number>[] = []
  const at = (row: number) => {
    covered[row] ??= new Set()
    return covered[row]
  }
  return childrenOf(table).map((row, index) => {
    const places: Place[] = []
    const passCovered = () => {
      while (at(index).has(places.length)) places.push({ cell: null })
    }
    for (const cell of childrenOf(row)) {
      passCovered()
      const { columns, rows } = spansOf(cell)
      for (let below = 1; below < rows; below++)
        for (let beside = 0; beside < columns; beside++) at(index + below).add(places.length + beside)
      places.push({ cell }, ...Array.from({ length: columns - 1 }, () => ({ cell: null })))
    }
    passCovered()
    return places
  })
}
