import type { Machine } from '../machine.ts'
import { median } from '../numbers.ts'
import type { Results } from '../rounds.ts'
import type { SubjectName } from '../servers/subject.ts'

export interface Report {
  machine: Machine
  rounds: number
  results: Results
  failures: string[]
}

/** Looks a number up: the median over the rounds, or the sum where something was counted. Not a number if not measured. */
export type Look = (scenario: string, subject: SubjectName, measure: string) => number

export const lookIn =
  ({ results }: Report): Look =>
  (scenario, subject, measure) =>
    median((results[scenario]?.[subject] ?? []).map((measures) => measures[measure] ?? Number.NaN))

/** As many digits as mean something. */
export function shown(value: number): string {
  if (!Number.isFinite(value)) return '-'
  if (Number.isInteger(value) || Math.abs(value) >= 100) return Math.round(value).toLocaleString('en')
  return value.toPrecision(value >= 10 ? 3 : 2)
}

export const asTable = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
