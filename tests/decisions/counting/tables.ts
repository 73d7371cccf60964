import { readFileSync } from 'node:fs'
import type { SeatBallot } from '#src/decisions/counting/ballot.ts'
import type { Fraction, Quorum } from '#src/groups/rules.ts'

export type Row = Record<string, string>

const file = process.env.COUNTING_TABLES ?? new URL('tables.md', import.meta.url)

const cells = (line: string) =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim())

const isRule = (line: string) => /^[|\s:-]+$/.test(line)

function rows(lines: string[]): Row[] {
  const [head = [], ...body] = lines.filter((line) => !isRule(line)).map(cells)
  return body.map((row) => Object.fromEntries(head.map((name, at) => [name, row[at] ?? ''])))
}

/** The lines that begin with a bar, from the first one on. */
function tableIn(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  const from = lines.findIndex((line) => line.startsWith('|'))
  const rest = from < 0 ? [] : lines.slice(from)
  const end = rest.findIndex((line) => !line.startsWith('|'))
  return end < 0 ? rest : rest.slice(0, end)
}

/** Marker name → rows by column name. */
export function readTables(text: string): Record<string, Row[]> {
  const tables: Record<string, Row[]> = {}
  const [, ...parts] = text.split(/^\s*<!--\s*table:\s*([\w-]+)\s*-->\s*$/m)
  for (let at = 0; at < parts.length; at += 2) {
    const name = parts[at] ?? ''
    tables[name] = [...(tables[name] ?? []), ...rows(tableIn(parts[at + 1] ?? ''))]
  }
  return tables
}

export const tables = readTables(readFileSync(file, 'utf8'))

export const cell = (row: Row, column: string): string => {
  const value = row[column]
  if (value === undefined) throw new Error(`${row.ID}: there is no column ${column}`)
  return value
}

/** A column whose heading goes on to explain itself. */
export function column(row: Row, beginning: string): string {
  const name = Object.keys(row).find((heading) => heading.startsWith(beginning))
  if (name === undefined) throw new Error(`${row.ID}: there is no column ${beginning}`)
  return row[name] ?? ''
}

export const number = (row: Row, column: string) => {
  const value = cell(row, column)
  if (!/^\d+$/.test(value)) throw new Error(`${row.ID}: ${column} is not a whole number: ${value}`)
  return Number(value)
}

const tight = (text: string) => text.replace(/\s+/g, '')

export function readFraction(text: string): Fraction {
  const [, comparison, numerator, denominator] = tight(text).match(/^(>=|>)(\d+)\/(\d+)$/) ?? []
  if (!comparison) throw new Error(`not a fraction: ${text}`)
  return {
    comparison: comparison === '>' ? 'more_than' : 'at_least',
    numerator: Number(numerator),
    denominator: Number(denominator),
  }
}

export function readQuorum(text: string): Quorum {
  if (text === 'none') return { kind: 'none' }
  if (text.includes('/')) return { kind: 'fraction', fraction: readFraction(text) }
  const [, comparison, count] = tight(text).match(/^(>=|>)(\d+)$/) ?? []
  if (!comparison) throw new Error(`not a quorum: ${text}`)
  return { kind: 'absolute', count: Number(count) + (comparison === '>' ? 1 : 0) }
}

const minutes = (text: string) => {
  const [hours = 0, rest = 0] = text.split(/[.:]/).map(Number)
  return hours * 60 + rest
}

const ranks: Record<string, SeatBallot['rank']> = {
  M: 'meeting',
  P: 'principal',
  C: 'principal',
  D: 'deputy',
  X: 'proxy',
  Z: null,
}

function readBallot(text: string): SeatBallot {
  const [, by = '', received = '', choice = ''] = text.match(/^([A-Z]\d*)@(\d+(?:[.:]\d+)?)=(\w+)$/) ?? []
  const rank = ranks[by.charAt(0)]
  if (rank === undefined) throw new Error(`not a ballot: ${text}`)
  return { by, rank, receivedAt: minutes(received), choice: choice === 'retract' ? null : choice }
}

/** "P@9=yes X@10=no" below a heading that says when it closes. */
export function readBallots(row: Row): { ballots: SeatBallot[]; closesAt: number } {
  const [heading = '', text = ''] = Object.entries(row).find(([name]) => name.startsWith('Ballots')) ?? []
  const [, closing = '12'] = heading.match(/@\s*(\d+(?:[.:]\d+)?)/) ?? []
  const words = text.split(/\s+/).filter((word) => word !== '' && word !== '-' && word !== 'none')
  return { ballots: words.map(readBallot), closesAt: minutes(closing) }
}
