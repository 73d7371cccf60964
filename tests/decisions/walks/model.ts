import type { SeatBallot } from '#src/decisions/counting/ballot.ts'
import type { Rounded } from '#src/decisions/counting/poll.ts'
import type { RoundOption } from '#src/decisions/rounds/schema.ts'
import type { SeatRank } from '#src/decisions/seats/schema.ts'
import type { Kind, SeatStory } from '../counting/boxes.ts'
import { toldByTheHour } from '../counting/by-the-hour.ts'
import { secondOpinion } from '../counting/second-opinion.ts'

/** What is fixed when a round opens. */
export interface Setting {
  round: Rounded
  options: RoundOption[]
  seats: { id: string; kind: Kind; weight: number; holders: { person: string; rank: SeatRank }[] }[]
}

/** A word, or one rating per option; null takes it back. */
export type Word = string | number[] | null

export type Command =
  | { do: 'vote' | 'paper'; seat: string; person: string; word: Word }
  | { do: 'recuse'; seat: string; person: string }
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
  ...{ members, ledger: [], recused: [], lost: [], demanding: [], attending: [] },
  ...{ isExtended: false, isOver: false, count: null, sheet: null },
})

const verdictOf = (seat: string, { ledger, recused }: State) =>
  toldByTheHour(
    ledger
      .filter((line) => line.seat === seat)
      .map(({ by, rank, word, isLate }) => ({
        ...{ by, rank, receivedAt: isLate ? 1 : 0 },
        choice: word === null ? null : JSON.stringify(word) === '"void"' ? 'void' : JSON.stringify(word),
      })),
    1,
    recused.includes(seat),
  )

const onRoll = ({ seats }: Setting, { lost }: State) => seats.filter(({ id }) => !lost.includes(id))

const isComplete = (setting: Setting, state: State) =>
  onRoll(setting, state).every(({ id }) => state.recused.includes(id) || verdictOf(id, state).counted !== null)

const isStopped = ({ round }: Setting, { demanding }: State) =>
  round.channel === 'circular' && demanding.length >= round.rules.circular.procedureObjectionsToStop

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
  const facts = { options, procedureObjections: state.demanding.length, unreached: 0, hands: null, attending }
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

const unchanged = (state: State, result: string | null): Step => ({ result, state })

function vote(setting: Setting, state: State, command: Command & { do: 'vote' | 'paper' }): Step {
  const seat = setting.seats.find(({ id }) => id === command.seat)
  const holder = seat?.holders.find(({ person }) => person === command.person)
  const isThere = holder !== undefined && !state.lost.includes(command.seat) && state.members.includes(command.person)
  if (!isThere) return unchanged(state, 'no_seat')
  if (state.count && !state.isOver) return unchanged(state, 'counted')
  const mine = state.ledger.filter(
    ({ seat, by, isLate }) => seat === command.seat && by === command.person && isLate === state.isOver,
  )
  const isIdle = state.isOver
    ? mine.length > 0 || command.word === null
    : command.word === null && (mine.at(-1)?.word ?? null) === null
  const line = { seat: command.seat, by: command.person, rank: holder.rank, word: command.word, isLate: state.isOver }
  const ledger = isIdle ? state.ledger : [...state.ledger, line]
  return { result: state.isOver ? 'late' : 'cast', state: { ...state, ledger } }
}

function paper(setting: Setting, state: State, command: Command & { do: 'vote' | 'paper' }): Step {
  if (state.count) return unchanged(state, 'counted')
  if (state.isOver) return unchanged(state, 'over')
  const seat = setting.seats.find(({ id }) => id === command.seat)
  const isHolder = seat?.holders.some(({ person }) => person === command.person)
  if (!isHolder || state.lost.includes(command.seat)) return unchanged(state, 'not_there')
  if (state.recused.includes(command.seat)) return unchanged(state, 'recused')
  const line = { seat: command.seat, by: 'paper', rank: 'meeting' as const, word: command.word, isLate: false }
  const isThere = setting.round.channel !== 'meeting' || state.attending.includes(command.seat)
  const attending = isThere ? state.attending : [...state.attending, command.seat]
  return { result: null, state: { ...state, attending, ledger: [...state.ledger, line] } }
}

function recuse(state: State, { seat }: { seat: string }): Step {
  if (state.count) return unchanged(state, 'counted')
  if (state.lost.includes(seat)) return unchanged(state, 'gone')
  if (state.recused.includes(seat)) return unchanged(state, null)
  return { result: null, state: { ...state, recused: [...state.recused, seat] } }
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
  const places = onRoll(setting, state).filter(({ holders }) => holders.some((holder) => holder.person === person))
  if (places.length === 0) return unchanged(state, 'no_seat')
  const demanding = [...new Set([...state.demanding, ...places.map(({ id }) => id)])]
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
      return recuse(state, command)
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
