import type { SeatBallot } from '#src/decisions/counting/ballot.ts'
import type { Rounded } from '#src/decisions/counting/poll.ts'
import type { RoundOption } from '#src/decisions/rounds/schema.ts'
import type { SeatRank } from '#src/decisions/seats/schema.ts'
import type { Kind, SeatStory } from '../counting/boxes.ts'
import { toldByTheHour } from '../counting/by-the-hour.ts'
import { secondOpinion } from '../counting/second-opinion.ts'
import { confirm, paper, raise, recuse } from './minutes.ts'

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
  | { do: 'recuse' | 'confirm'; seat: string; person: string }
  | { do: 'hands'; hands: Hands }
  | { do: 'join' | 'leave' | 'demand'; person: string }
  | { do: 'extend' | 'expire' | 'close' }

interface Line extends Pick<SeatBallot, 'by' | 'rank'> {
  seat: string
  word: Word
  isLate: boolean
}

/** All that the rules know of a round that runs. Nothing in here is ever changed: each command makes another one. */
export interface State {
  members: readonly string[]
  ledger: readonly Line[]
  recused: readonly string[]
  /** Seat → who has said that it is recused, where that waits for somebody else. */
  proposed: Readonly<Record<string, string>>
  hands: Hands | null
  lost: readonly string[]
  demanding: readonly string[]
  attending: readonly string[]
  isExtended: boolean
  isOver: boolean
  count: string | null
  /** How each seat was counted. */
  sheet: Readonly<Record<string, string>> | null
}

export const beginning = (members: string[]): State => ({
  ...{ members, ledger: [], recused: [], proposed: {}, hands: null, lost: [], demanding: [], attending: [] },
  ...{ isExtended: false, isOver: false, count: null, sheet: null },
})

const linesOf = (seat: string, { ledger }: State) => ledger.filter((line) => line.seat === seat)

const verdictOf = (seat: string, state: State) =>
  toldByTheHour(
    linesOf(seat, state).map(({ by, rank, word, isLate }) => ({
      ...{ by, rank, receivedAt: isLate ? 1 : 0 },
      choice: word === null ? null : JSON.stringify(word) === '"void"' ? 'void' : JSON.stringify(word),
    })),
    1,
    state.recused.includes(seat),
  )

/** What stands of each voice, paper and online apart, of what came in time. */
export const standingWords = (lines: readonly Line[]) =>
  [
    ...new Map(lines.filter(({ isLate }) => !isLate).map(({ seat, by, word }) => [`${seat} ${by}`, word])).values(),
  ].filter((word) => word !== null)

const onRoll = ({ seats }: Setting, { lost }: State) => seats.filter(({ id }) => !lost.includes(id))

const isComplete = (setting: Setting, state: State) =>
  onRoll(setting, state).every(({ id }) => state.recused.includes(id) || verdictOf(id, state).counted !== null)

/** Seats that want a meeting and have a say in it. */
const objecting = ({ demanding, recused, lost }: State) =>
  demanding.filter((seat) => !recused.includes(seat) && !lost.includes(seat)).length

const isStopped = ({ round }: Setting, state: State) =>
  round.channel === 'circular' && objecting(state) >= round.rules.circular.procedureObjectionsToStop

/** Seats whose silence says nothing: nobody on them has answered, and none of them knows of it. */
const unreached = (setting: Setting, state: State) =>
  onRoll(setting, state).filter(
    ({ id, holders }) =>
      !state.recused.includes(id) &&
      !holders.some(({ person }) => setting.reached.includes(person)) &&
      standingWords(linesOf(id, state)).every((word) => word === 'void'),
  ).length

/** How it ends, by the rules as they are written down once more in the tests of counting. */
function counted(setting: Setting, state: State): State {
  const { round, options } = setting
  const roll = onRoll(setting, state)
  const verdicts = roll.map(({ id }) => verdictOf(id, state))
  const stories = roll.map(({ id, kind, weight }, at): SeatStory => {
    const { counted, reason } = verdicts[at] ?? { counted: null, reason: '' }
    const said = reason === 'void' ? 'void' : counted === null ? undefined : JSON.parse(counted)
    return { kind, weight, isRecused: state.recused.includes(id), ...(said !== undefined && { said }) }
  })
  const attending = new Set(roll.flatMap(({ id }, at) => (state.attending.includes(id) ? [`seat-${at}`] : [])))
  const facts = {
    ...{ options, attending, procedureObjections: objecting(state) },
    unreached: round.preset === 'silent' ? unreached(setting, state) : 0,
    hands: state.hands && { ...state.hands, roundId: '', enteredById: '', createdAt: new Date(0) },
  }
  const opinion = secondOpinion(stories, round, facts).split('/').slice(0, 2).join('/')
  const answers = verdicts.filter(({ counted }) => counted !== null).length
  return {
    ...state,
    count: `${opinion} ${answers} of ${roll.length}, ${state.lost.length} left`,
    sheet: Object.fromEntries(roll.map(({ id }, at) => [id, verdicts[at]?.reason ?? ''])),
  }
}

export interface Step {
  result: string | null
  state: State
}

export const unchanged = (state: State, result: string | null): Step => ({ result, state })

/** A vote that was handed over goes with whoever gave it. */
const mayStillAnswer = ({ holders }: Setting['seats'][number], rank: SeatRank, { members }: State): boolean =>
  rank !== 'proxy' || holders.some((one) => one.rank === 'principal' && members.includes(one.person))

const alike = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

function vote(setting: Setting, state: State, command: Command & { do: 'vote' | 'paper' }): Step {
  const { person: by, word } = command
  const seat = setting.seats.find(({ id }) => id === command.seat)
  const holder = seat?.holders.find(({ person }) => person === by)
  const isThere = !state.lost.includes(command.seat) && state.members.includes(by)
  if (!seat || !holder || !isThere || !mayStillAnswer(seat, holder.rank, state)) return unchanged(state, 'no_seat')
  if (state.count && !state.isOver) return unchanged(state, 'counted')
  if (!state.isOver && state.hands) return unchanged(state, 'hands')
  const latest = linesOf(command.seat, state).findLast((line) => line.by === by && line.isLate === state.isOver)
  const isIdle = state.isOver
    ? word === null || (latest !== undefined && alike(latest.word, word))
    : word === null && (latest?.word ?? null) === null
  const line = { seat: command.seat, by, rank: holder.rank, word, isLate: state.isOver }
  const ledger = isIdle ? state.ledger : [...state.ledger, line]
  return { result: state.isOver ? 'late' : 'cast', state: { ...state, ledger } }
}

function leave({ seats }: Setting, state: State, person: string): Step {
  const members = state.members.filter((member) => member !== person)
  const own = seats.filter(
    ({ kind, holders }) =>
      kind === 'person' && holders.some((holder) => holder.person === person && holder.rank === 'principal'),
  )
  const isFixed = state.count !== null || state.isOver
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
    case 'recuse':
      return recuse(setting, state, command)
    case 'confirm':
      return confirm(setting, state, command)
    case 'hands':
      return raise(setting, state, command)
    case 'join':
      return { result: null, state: { ...state, members: [...state.members, command.person] } }
    case 'leave':
      return leave(setting, state, command.person)
    case 'demand':
      return demand(setting, state, command.person)
    case 'extend':
      if (state.count || state.isOver) return unchanged(state, 'over')
      return state.isExtended
        ? unchanged(state, 'used_up')
        : { result: 'extended', state: { ...state, isExtended: true } }
    case 'expire':
      return { result: null, state: { ...state, isOver: true } }
    case 'close':
      return close(setting, state)
  }
}
