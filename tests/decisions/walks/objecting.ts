import { linesOf, standing } from './ending.ts'
import type { Line, Setting, State } from './model.ts'

/** An objection, whose it is, and how it came to an end. */
export interface Objection {
  seat: string
  owner: string
  end: 'withdrawn' | 'downgraded' | null
}

type Objections = readonly Objection[]

const owner = ({ by }: Pick<Line, 'by'>) => by.replace('paper of ', '')

type Said = Pick<Line, 'seat' | 'by' | 'word'>

const isOpenOf = (line: Said) => (one: Objection) =>
  one.end === null && one.seat === line.seat && one.owner === owner(line)

/** Whoever has thought again has no objection any more, or only a concern. */
const ended = (objections: Objections, line: Said): Objection[] =>
  objections.map((one) =>
    isOpenOf(line)(one) ? { ...one, end: line.word === 'concern' ? 'downgraded' : 'withdrawn' } : one,
  )

function after(objections: Objections, line: Said): Objections {
  if (line.word !== 'objection') return ended(objections, line)
  const isKnown = objections.some(isOpenOf(line))
  return isKnown ? objections : [...objections, { seat: line.seat, owner: owner(line), end: null }]
}

const areShown = ({ round }: Setting) => round.method === 'consent' && round.rules.ballotsVisible === 'while_open'

/** Where the rules show objections at once, they are there as soon as they are said; beside an own paper they count for nothing. */
export function followed(setting: Setting, state: State, line: Line): State {
  const isOnPaper = standing(linesOf(line.seat, state)).some(({ by }) => by === `paper of ${line.by}`)
  return areShown(setting) && !isOnPaper ? { ...state, objections: after(state.objections, line) } : state
}

/** A paper that agrees ends an objection there and then; one that objects is read at the count. */
export const heardOnPaper = (
  setting: Setting,
  state: State,
  paper: Pick<Line, 'seat' | 'word'> & { person: string },
): State =>
  areShown(setting) && (paper.word === 'consent' || paper.word === 'concern')
    ? { ...state, objections: ended(state.objections, { ...paper, by: paper.person }) }
    : state

/** At the end those come up that count and were not known before. */
export const settled = (objections: Objections, heard: Line[]): Objections =>
  heard.filter(({ word }) => word === 'objection').reduce(after, objections)
