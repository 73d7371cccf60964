import type { DecisionEntry } from '../register/log.ts'

/** The numbers of one group in one year; `missing` is empty, or something is very wrong. */
export interface NumberRun {
  prefix: string
  group: string
  last: number
  missing: number[]
}

type Numbered = Pick<DecisionEntry, 'number' | 'group'>

function runOf(prefix: string, entries: Numbered[]): NumberRun {
  const known = new Set(entries.map(({ number }) => number))
  const last = Math.max(...known)
  const missing = Array.from({ length: last }, (_, place) => place + 1).filter((number) => !known.has(number))
  return { prefix, group: entries[0]?.group.name ?? prefix, last, missing }
}

/** Whether the numbers of each group go from 1 to its last one without a gap (`DOMAIN.md 5.4`). */
export const numberRuns = (entries: Numbered[]): NumberRun[] =>
  [...Map.groupBy(entries, ({ group }) => group.prefix)].map(([prefix, of]) => runOf(prefix, of))
