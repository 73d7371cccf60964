import { z } from 'zod'
import { plainTextOf } from '../content/plain-text.ts'
import type { Content } from '../markup.ts'
import { assessments, rowStates } from '../nodes/comparison.ts'
import { type Row, rowsOf } from './rows.ts'

/** By what rows can be sorted: every column of the table. */
export const columns = [
  'number',
  'place',
  'statement',
  'position',
  'assessment',
  'demand',
  'ideas',
  'responsible',
  'state',
] as const

export type Column = (typeof columns)[number]

const word = z.string().max(200).catch('').default('')

/** What was asked for in the address; what cannot be meant is as if it was not there. */
export const rowChoice = z.object({
  assessment: z.enum(assessments).catch('').default(''),
  state: z
    .enum(['', ...rowStates])
    .catch('')
    .default(''),
  idea: word,
  responsible: word,
  words: word,
  /** A column; with a minus in front of it from the last to the first. */
  sort: z
    .templateLiteral([z.enum(['', '-']), z.enum(columns)])
    .optional()
    .catch(undefined),
  /** The order so far, which another filter keeps. */
  sorted: z
    .templateLiteral([z.enum(['', '-']), z.enum(columns)])
    .catch('number')
    .default('number'),
  /** Number of a frozen version; otherwise the draft. */
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .optional()
    .catch(undefined),
})

export type RowChoice = z.output<typeof rowChoice>

/** Every row; what a table shows before anybody has asked for less. */
export const everyRow: RowChoice = rowChoice.parse({})

export const textOf = (blocks: Content[]): string => plainTextOf({ type: 'doc', content: blocks })

const wordsIn = (row: Row) =>
  [row.place, textOf(row.statement), textOf(row.position), textOf(row.demand), row.source, row.decision]
    .join('\n')
    .toLocaleLowerCase('de')

const has = (row: Row, words: string) =>
  words
    .toLocaleLowerCase('de')
    .split(/\s+/)
    .every((word) => wordsIn(row).includes(word))

const fits =
  ({ assessment, state, idea, responsible, words }: RowChoice) =>
  (row: Row) =>
    (!assessment || row.assessment === assessment) &&
    (!state || row.state === state) &&
    (!idea || row.ideas.includes(idea)) &&
    (!responsible || row.responsible === responsible) &&
    (!words.trim() || has(row, words.trim()))

const order = new Intl.Collator('de', { numeric: true })
const rank = (list: readonly string[], value: string) => String(list.indexOf(value))

const keys: Record<Column, (row: Row) => string> = {
  number: ({ number }) => String(number),
  place: ({ place }) => place,
  statement: ({ statement }) => textOf(statement),
  position: ({ position }) => textOf(position),
  assessment: ({ assessment }) => rank(assessments, assessment),
  demand: ({ demand }) => textOf(demand),
  ideas: ({ ideas }) => ideas.join(' '),
  responsible: ({ responsible }) => responsible,
  state: ({ state }) => rank(rowStates, state),
}

export interface Order {
  by: Column
  descending: boolean
}

export function orderOf({ sort, sorted }: Pick<RowChoice, 'sort' | 'sorted'>): Order {
  const asked = sort ?? sorted
  return { by: asked.replace('-', '') as Column, descending: asked.startsWith('-') }
}

/** Equal ones stay in the order of the text, whichever way the others are turned. */
function inOrder(rows: Row[], { by, descending }: Order): Row[] {
  const turn = descending ? -1 : 1
  return rows.toSorted((a, b) => turn * order.compare(keys[by](a), keys[by](b)) || a.number - b.number)
}

/** The rows that were asked for, and of how many. */
export function chooseRows(content: Content, choice: RowChoice): { rows: Row[]; all: Row[] } {
  const all = rowsOf(content)
  return { rows: inOrder(all.filter(fits(choice)), orderOf(choice)), all }
}
