import type { SeatBallot } from '#src/decisions/counting/ballot.ts'
import type { Fraction, Quorum } from '#src/groups/rules.ts'
import type { Row } from './tables.ts'

/** What stands below a heading. */
export function cell(row: Row, column: string): string {
  const text = row.cells.get(column)
  if (text === undefined) throw new Error(`${row.name}: there is no column ${column}`)
  row.read.add(column)
  return text
}

export const has = (row: Row, column: string) => row.cells.has(column)

/** Columns that nobody has asked for: whoever wrote them wanted to say something. */
export const unread = ({ headings, read }: Row): string[] =>
  [...headings].flatMap(([short, heading]) => (read.has(short) ? [] : [heading]))

const unreadable = (row: Row, column: string) =>
  new Error(`${row.name}: ${column} cannot be read: ${cell(row, column) || 'nothing'}`)

/** As many as can be seated one by one, unless numbers alone are enough. */
export function number(row: Row, column: string, most = 1_000_000): number {
  const value = /^\d{1,16}$/.test(cell(row, column)) ? Number(cell(row, column)) : Number.NaN
  if (!(value <= most)) throw unreadable(row, column)
  return value
}

export function oneOf<const T extends string>(row: Row, column: string, words: readonly T[]): T {
  const text = cell(row, column).replace(/\s*:\s*/, ':')
  const found = words.find((word) => word === text)
  if (found === undefined) throw unreadable(row, column)
  return found
}

const matched = (row: Row, column: string, form: RegExp): string[] => {
  const found = cell(row, column).replace(/\s+/g, '').match(form)
  if (!found) throw unreadable(row, column)
  return found.slice(1)
}

const comparisons = { '>=': 'at_least', '>': 'more_than' } as const

const whole = (digits = '') => Number(digits)

export function fraction(row: Row, column: string): Fraction {
  const [sign, numerator, denominator] = matched(row, column, /^(>=|>)(\d{1,9})\/([1-9]\d{0,8})$/)
  return {
    comparison: comparisons[sign as keyof typeof comparisons],
    numerator: whole(numerator),
    denominator: whole(denominator),
  }
}

/** A part without a comparison: the column says what it means. */
export function part(row: Row, column: string): Omit<Fraction, 'comparison'> {
  const [numerator, denominator] = matched(row, column, /^(\d{1,9})\/([1-9]\d{0,8})$/)
  return { numerator: whole(numerator), denominator: whole(denominator) }
}

export function quorum(row: Row, column = 'Quorum'): Quorum {
  const text = cell(row, column)
  if (text === 'none') return { kind: 'none' }
  if (text.includes('/')) return { kind: 'fraction', fraction: fraction(row, column) }
  const [sign, count] = matched(row, column, /^(>=|>)(\d{1,9})$/)
  return { kind: 'absolute', count: whole(count) + (sign === '>' ? 1 : 0) }
}

/** "org=2 ind=1" as numbers, or "-" for none; every name has to be one of these. */
export function parameters<const T extends string>(row: Row, column: string, names: readonly T[]): Map<T, number> {
  const text = cell(row, column).replace(/\s*=\s*/g, '=')
  const given = text === '-' ? [] : text.split(/[\s,;]+/)
  return new Map(
    given.map((one) => {
      const [, name, value] = one.match(/^(\w+)=(\d{1,9})$/) ?? []
      const known = names.find((some) => some === name)
      if (known === undefined) throw unreadable(row, column)
      return [known, whole(value)]
    }),
  )
}

/** "9", "11:59" or "11.59" in minutes. */
const minutes = (hour: string, minute = '0') => Number(hour) * 60 + Number(minute)

const ranks: Record<string, SeatBallot['rank']> = {
  M: 'meeting',
  P: 'principal',
  C: 'principal',
  D: 'deputy',
  X: 'proxy',
  Z: null,
}

const words = ['yes', 'no', 'abstain', 'consent', 'concern', 'objection', 'void', 'retract']

const column = 'Ballots for one seat'

function ballot(row: Row, text: string): SeatBallot {
  const [, by = '', hour = '', minute, choice = ''] = text.match(/^([A-Z]\d*)@(\d+)(?:[.:](\d\d))?=(\w+)$/) ?? []
  const rank = ranks[by.charAt(0)]
  if (rank === undefined || !words.includes(choice)) throw unreadable(row, column)
  return { by, rank, receivedAt: minutes(hour, minute), choice: choice === 'retract' ? null : choice }
}

/** "P@9=yes X@10=no" below a heading that says when it closes, at twelve if it does not; "recused" among them says it of the seat. */
export function ballots(row: Row): { ballots: SeatBallot[]; closesAt: number; recused: boolean } {
  const said = cell(row, column)
    .split(/[\s,;]+/)
    .filter((word) => !['', '-', 'none'].includes(word))
  const [, hour = '12', minute] = row.headings.get(column)?.match(/@\s*(\d+)(?:[.:](\d\d))?/) ?? []
  return {
    ballots: said.filter((word) => word !== 'recused').map((word) => ballot(row, word)),
    closesAt: minutes(hour, minute),
    recused: said.includes('recused'),
  }
}
