import { readFileSync } from 'node:fs'
import type { Fraction, Quorum } from '#src/groups/rules.ts'

export type Row = Record<string, string>

const file = process.env.COUNTING_TABLES ?? new URL('tables.md', import.meta.url)

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim())

function rows(lines: string[]): Row[] {
  const [head = [], , ...body] = lines.map(cells)
  return body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

function readTables(text: string): Record<string, Row[]> {
  const tables: Record<string, Row[]> = {}
  for (const part of text.split('<!-- table:').slice(1)) {
    const name = part.slice(0, part.indexOf(' '))
    const from = part
      .slice(part.indexOf('-->') + 3)
      .trimStart()
      .split('\n')
    const end = from.findIndex((line) => !line.startsWith('|'))
    tables[name] = rows(end < 0 ? from : from.slice(0, end))
  }
  return tables
}

/** Marker name → rows by column name. */
export const tables = readTables(readFileSync(file, 'utf8'))

export const number = (row: Row, column: string) => {
  const value = Number(row[column])
  if (!Number.isInteger(value)) throw new Error(`${row.ID}: ${column} is not a whole number: ${row[column]}`)
  return value
}

export function readFraction(cell: string): Fraction {
  const [, comparison, numerator, denominator] = cell.match(/^(>=|>)(\d+)\/(\d+)$/) ?? []
  if (!comparison) throw new Error(`not a fraction: ${cell}`)
  return {
    comparison: comparison === '>' ? 'more_than' : 'at_least',
    numerator: Number(numerator),
    denominator: Number(denominator),
  }
}

export function readQuorum(cell: string): Quorum {
  if (cell === 'none') return { kind: 'none' }
  if (cell.includes('/')) return { kind: 'fraction', fraction: readFraction(cell) }
  const [, comparison, count] = cell.match(/^(>=|>)(\d+)$/) ?? []
  if (!comparison) throw new Error(`not a quorum: ${cell}`)
  return { kind: 'absolute', count: Number(count) + (comparison === '>' ? 1 : 0) }
}
