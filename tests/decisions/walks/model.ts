import type { SeatBallot } from '#src/decisions/counting/ballot.ts'
import type { Rounded } from '#src/decisions/counting/poll.ts'
import type { RoundOption } from '#src/decisions/rounds/schema.ts'
import type { SeatRank } from '#src/decisions/seats/schema.ts'
import type { Kind } from '../counting/boxes.ts'
import { counted, isComplete, isStopped, linesOf, mayStillAnswer, onRoll, verdictOf } from './ending.ts'
import { attend, confirm, paper, raise, recuse, rest, withdraw } from './minutes.ts'
import { followed, type Objection } from './objecting.ts'

/** What is fixed when a round opens. */
export interface Setting {
  round: Rounded
  options: RoundOption[]
  seats: { id: string; kind: Kind; weight: number; holders: { person: string; rank: SeatRank }[] }[]
  /** Who has said that they know of it, where silence is assent. */
  reached: string[]
}

/** Hands that were raised, in numbers. */
export type Hands = Record<'present' | 'yes' | 'no' | 'abstain' | 'void', number>

/** A word, or one rating per option; null takes it back. */
export type Word = string | number[] | null

export type Command =
  | { do: 'vote' | 'paper'; seat: string; person: string; word: Word }
  | { do: 'rest'; word: string }
  | { do: 'attend'; seats: string[] }
  | { do: 'recuse' | 'confirm' | 'withdraw'; seat: string; person: string }
  | { do: 'hands'; hands: Hands }
  | { do: 'join' | 'leave' | 'demand'; person: string }
  | { do: 'extend' | 'expire' | 'cancel' | 'close' }

export interface Line extends Pick<SeatBallot, 'by' | 'rank'> {
  seat: string
  word: Word
  isLate: boolean
}

/** All that the rules know of a round that runs. Nothing in here is ever changed: each command makes another one. */
export interface State {
  members: readonly string[]
  ledger: readonly Line[]
  recused: readonly string[]
  /** Seat → who has said that it is recused, also when that was confirmed since. */
  proposed: Readonly<Record<string, string>>
  hands: Hands | null
  lost: readonly string[]
  demanding: readonly string[]
  attending: readonly string[]
  objections: readonly Objection[]
  isExtended: boolean
  /** The end that was said at first has come. */
  isPastFirstEnd: boolean
  isOver: boolean
  count: string | null
  /** How each seat was counted: why, and what was said by whom. */
  sheet: Readonly<Record<string, string>>
  /** Whether the group talks about it when it meets next. */
  isTakenUp: boolean
}

export const beginning = (members: string[]): State => ({
  ...{ members, ledger: [], recused: [], proposed: {}, hands: null, lost: [], demanding: [], attending: [] },
  ...{
    objections: [],
    isExtended: false,
    isPastFirstEnd: false,
    isOver: false,
    count: null,
    sheet: {},
    isTakenUp: false,
  },
})

export interface Step {
  result: string | number | null
  state: State
}

export const unchanged = (state: State, result: Step['result']): Step => ({ result, state })

const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function vote(setting: Setting, state: State, command: Command & { do: 'vote' | 'paper' }): Step {
  const { person: by, word } = command
  const seat = setting.seats.find(({ id }) => id === command.seat)
  const holder = seat?.holders.find(({ person }) => person === by)
  const isThere = !state.lost.includes(command.seat)
  if (!seat || !holder || !isThere || !mayStillAnswer(seat, holder, state)) return unchanged(state, 'no_seat')
  if (state.count && !state.isOver) return unchanged(state, 'counted')
  if (!state.isOver && state.hands) return unchanged(state, 'hands')
  const latest = linesOf(command.seat, state).findLast((line) => line.by === by && line.isLate === state.isOver)
  const isIdle = state.isOver
    ? word === null || (latest !== undefined && alike(latest.word, word))
    : word === null && (latest?.word ?? null) === null
  const result = state.isOver ? 'late' : 'cast'
  if (isIdle) return unchanged(state, result)
  const line = { seat: command.seat, by, rank: holder.rank, word, isLate: state.isOver }
  const after = { ...state, ledger: [...state.ledger, line] }
  return { result, state: line.isLate ? after : followed(setting, after, line) }
}

function leave({ seats }: Setting, state: State, person: string): Step {
  if (!state.members.includes(person)) return unchanged(state, null)
  const members = state.members.filter((member) => member !== person)
  const own = seats.filter(
    ({ kind, holders }) =>
      kind === 'person' && holders.some((holder) => holder.person === person && holder.rank === 'principal'),
  )
  const isFixed = state.count !== null || state.isOver || state.hands !== null
  const gone = own
    .map(({ id }) => id)
    .filter((id) => !state.lost.includes(id) && !state.recused.includes(id) && verdictOf(id, state).counted === null)
  return { result: null, state: { ...state, members, lost: isFixed ? state.lost : [...state.lost, ...gone] } }
}

function demand(setting: Setting, state: State, person: string): Step {
  if (state.count || state.isOver) return unchanged(state, 'over')
  const places = onRoll(setting, state).filter(
    ({ id, holders }) => !state.recused.includes(id) && holders.some((holder) => holder.person === person),
  )
  if (places.length === 0 || !state.members.includes(person)) return unchanged(state, 'no_seat')
  const demanding = [...new Set([...state.demanding, ...places.map(({ id }) => id)])]
  if (demanding.length === state.demanding.length) return unchanged(state, 'noted')
  const after = { ...state, demanding }
  return isStopped(setting, after)
    ? { result: 'stopped', state: counted(setting, after) }
    : { result: 'noted', state: after }
}

function extend({ round }: Setting, state: State): Step {
  if (state.count || state.isOver) return unchanged(state, 'over')
  if (state.isExtended || round.rules.circular.maxExtensions === 0) return unchanged(state, 'used_up')
  return { result: 'extended', state: { ...state, isExtended: true } }
}

function expire(state: State): Step {
  const isOver = state.isPastFirstEnd || !state.isExtended
  return unchanged({ ...state, isPastFirstEnd: true, isOver }, null)
}

/** What was answered counts for nothing. */
function cancel(setting: Setting, state: State): Step {
  if (state.count || state.isOver) return unchanged(state, 'over')
  const roll = onRoll(setting, state)
  const count = `undecided/cancelled 0 of ${roll.length}, ${state.lost.length} left`
  const sheet = Object.fromEntries(roll.map(({ id }) => [id, 'cancelled']))
  return { result: 'cancelled', state: { ...state, count, sheet } }
}

function close(setting: Setting, state: State): Step {
  if (state.count) return unchanged(state, state.count)
  const mayEnd =
    state.isOver || setting.round.channel === 'meeting' || isComplete(setting, state) || isStopped(setting, state)
  if (!mayEnd) return unchanged(state, null)
  const after = counted(setting, state)
  return { result: after.count, state: after }
}

/** What one command does, if it comes alone. */
export function apply(setting: Setting, state: State, command: Command): Step {
  switch (command.do) {
    case 'vote':
      return vote(setting, state, command)
    case 'paper':
      return paper(setting, state, command)
    case 'rest':
      return rest(setting, state, command.word)
    case 'attend':
      return attend(state, command.seats)
    case 'recuse':
      return recuse(setting, state, command)
    case 'confirm':
      return confirm(setting, state, command)
    case 'withdraw':
      return withdraw(state, command)
    case 'hands':
      return raise(setting, state, command)
    case 'join':
      return { result: null, state: { ...state, members: [...state.members, command.person] } }
    case 'leave':
      return leave(setting, state, command.person)
    case 'demand':
      return demand(setting, state, command.person)
    case 'extend':
      return extend(setting, state)
    case 'expire':
      return expire(state)
    case 'cancel':
      return cancel(setting, state)
    case 'close':
      return close(setting, state)
  }
}
