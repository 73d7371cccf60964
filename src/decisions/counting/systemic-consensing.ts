import type { Quorum } from '../../groups/rules.ts'
import { isQuorate } from './quorum.ts'

export interface Option {
  id: string
  /** Nothing changes; rated like the others, and the yardstick for them. */
  isPassive: boolean
}

export interface RatedBallot {
  /** Option id → resistance from 0 to 10. */
  ratings: ReadonlyMap<string, number>
  weight: number
}

export interface Resistance extends Option {
  sum: number
  /** The highest single rating. */
  highest: number
  /** How many ratings are 8 or more. */
  high: number
}

export interface ConsensingResult {
  outcome: 'adopted' | 'status_quo_confirmed' | 'tie' | 'not_quorate'
  reason:
    | 'quorum_missed'
    | 'passive_lower'
    | 'passive_equal'
    | 'lowest_resistance'
    | 'tie_break_max'
    | 'tie_break_high'
    | 'runoff'
  flags: 'talk_first'[]
  chosenId: string | null
  /** Still equal after every tie-break: they go into the run-off, beside the passive option. */
  tiedIds: string[]
}

export interface Consensing extends ConsensingResult {
  /** Whole ballots, each as often as it weighs; the same for every option. */
  complete: number
  /** Ballots that do not rate every option: they count for none. */
  incomplete: number
  resistances: Resistance[]
}

export interface ConsensingRules {
  quorum: Quorum
  entitled: number
  alertFrom: number
}

const high = 8

/** Least resistance wins, if it is less than against changing nothing (`DOMAIN.md 4.7`). */
export function countConsensing(ballots: RatedBallot[], options: Option[], rules: ConsensingRules): Consensing {
  const whole = ballots.filter(({ ratings }) => options.every(({ id }) => ratings.has(id)))
  const resistances = options.map((option) => resistanceTo(option, whole))
  const complete = whole.reduce((sum, { weight }) => sum + weight, 0)
  const result: ConsensingResult = isQuorate(rules.quorum, whole.length, rules.entitled)
    ? judged(resistances, rules.alertFrom)
    : { outcome: 'not_quorate', reason: 'quorum_missed', ...nothing }
  return { ...result, complete, incomplete: ballots.length - whole.length, resistances }
}

const nothing = { flags: [], chosenId: null, tiedIds: [] }

function resistanceTo(option: Option, ballots: RatedBallot[]): Resistance {
  const rated = ballots.map(({ ratings, weight }) => ({ rating: ratings.get(option.id) ?? 0, weight }))
  return {
    ...option,
    sum: rated.reduce((sum, { rating, weight }) => sum + rating * weight, 0),
    highest: Math.max(0, ...rated.map(({ rating }) => rating)),
    high: rated.reduce((sum, { rating, weight }) => sum + (rating >= high ? weight : 0), 0),
  }
}

/** Those with the least of something. */
function lowest(among: Resistance[], by: 'sum' | 'highest' | 'high'): Resistance[] {
  const least = Math.min(...among.map((option) => option[by]))
  return among.filter((option) => option[by] === least)
}

function judged(resistances: Resistance[], alertFrom: number): ConsensingResult {
  const [passive] = lowest(
    resistances.filter(({ isPassive }) => isPassive),
    'sum',
  )
  const candidates = lowest(
    resistances.filter(({ isPassive }) => !isPassive),
    'sum',
  )
  const [first] = candidates
  if (passive && (!first || first.sum >= passive.sum)) {
    const reason = first?.sum === passive.sum ? 'passive_equal' : 'passive_lower'
    return { outcome: 'status_quo_confirmed', reason, ...nothing, chosenId: passive.id }
  }
  return best(candidates, alertFrom)
}

const steps = [
  { by: 'sum', reason: 'lowest_resistance' },
  { by: 'highest', reason: 'tie_break_max' },
  { by: 'high', reason: 'tie_break_high' },
] as const

/** Step by step, until one is left. */
function best(candidates: Resistance[], alertFrom: number): ConsensingResult {
  let left = candidates
  for (const { by, reason } of steps) {
    left = lowest(left, by)
    const [winner, ...others] = left
    if (winner && others.length === 0) {
      const flags: ConsensingResult['flags'] = winner.highest >= alertFrom ? ['talk_first'] : []
      return { outcome: 'adopted', reason, flags, chosenId: winner.id, tiedIds: [] }
    }
  }
  return { outcome: 'tie', reason: 'runoff', ...nothing, tiedIds: left.map(({ id }) => id) }
}
