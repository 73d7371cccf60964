import type { SeatStory } from '../counting/boxes.ts'
import { toldByTheHour } from '../counting/by-the-hour.ts'
import { secondOpinion } from '../counting/second-opinion.ts'
import type { Line, Setting, State } from './model.ts'
import { settled } from './objecting.ts'

export const linesOf = (seat: string, { ledger }: Pick<State, 'ledger'>) => ledger.filter((line) => line.seat === seat)

type Seat = Setting['seats'][number]
export type Holder = Seat['holders'][number]

/** A vote that was handed over goes with whoever gave it. */
export const mayStillAnswer = ({ holders }: Seat, { person, rank }: Holder, { members }: State): boolean =>
  members.includes(person) &&
  (rank !== 'proxy' || holders.some((one) => one.rank === 'principal' && members.includes(one.person)))

export const verdictOf = (seat: string, state: State) =>
  toldByTheHour(
    linesOf(seat, state).map(({ by, rank, word, isLate }) => ({
      ...{ by, rank, receivedAt: isLate ? 1 : 0 },
      choice: word === null ? null : JSON.stringify(word) === '"void"' ? 'void' : JSON.stringify(word),
    })),
    1,
    state.recused.includes(seat),
  )

/** What stands of each voice, paper and online apart, of what came in time: the last line of each, in their order. */
export function standing(lines: readonly Line[]): Line[] {
  const inTime = lines.filter(({ isLate }) => !isLate)
  const isLast = ({ seat, by }: Line, at: number) =>
    !inTime.slice(at + 1).some((later) => later.seat === seat && later.by === by)
  return inTime.filter((line, at) => isLast(line, at) && line.word !== null)
}

const ranks = ['meeting', 'meeting_deputy', 'meeting_proxy', 'principal', 'deputy', 'proxy'] as const

/** Whose line it is that counts: of those who say the same, that of whoever has said so last. */
function speaker(seat: string, state: State): Line | undefined {
  const lines = standing(linesOf(seat, state))
  const best = ranks.find((rank) => lines.some((line) => line.rank === rank))
  return lines.findLast(({ rank }) => rank === best)
}

export const onRoll = ({ seats }: Setting, { lost }: State) => seats.filter(({ id }) => !lost.includes(id))

export const isComplete = (setting: Setting, state: State) =>
  onRoll(setting, state).every(({ id }) => state.recused.includes(id) || verdictOf(id, state).counted !== null)

/** Seats that want a meeting and have a say in it. */
const objecting = ({ demanding, recused, lost }: State) =>
  demanding.filter((seat) => !recused.includes(seat) && !lost.includes(seat)).length

export const isStopped = ({ round }: Setting, state: State) =>
  round.channel === 'circular' && objecting(state) >= round.rules.circular.procedureObjectionsToStop

/** Seats whose silence says nothing: nobody on them has answered, and none of them knows of it. */
const unreached = (setting: Setting, state: State) =>
  onRoll(setting, state).filter(
    ({ id, holders }) =>
      !state.recused.includes(id) &&
      !holders.some(({ person }) => setting.reached.includes(person)) &&
      standing(linesOf(id, state)).every(({ word }) => word === 'void'),
  ).length

/** Outcome and reason, by the rules as they are written down once more in the tests of counting. */
function opinion(setting: Setting, state: State): string {
  const { round, options } = setting
  const roll = onRoll(setting, state)
  const stories = roll.map(({ id, kind, weight }): SeatStory => {
    const { counted, reason } = verdictOf(id, state)
    const said = reason === 'void' ? 'void' : counted === null ? undefined : JSON.parse(counted)
    return { kind, weight, isRecused: state.recused.includes(id), ...(said !== undefined && { said }) }
  })
  const attending = new Set(roll.flatMap(({ id }, at) => (state.attending.includes(id) ? [`seat-${at}`] : [])))
  return secondOpinion(stories, round, {
    ...{ options, attending, procedureObjections: objecting(state) },
    unreached: round.preset === 'silent' ? unreached(setting, state) : 0,
    hands: state.hands && { ...state.hands, roundId: '', enteredById: '', createdAt: new Date(0) },
  })
}

/** In which words the model and the database tell how a round has ended. */
export const inWords = (ending: string, answers: number, seats: number, left: number) =>
  `${ending} ${answers} of ${seats}, ${left} left`

export const onTheSheet = (reason: string, line: Line | undefined) =>
  line ? `${reason} ${JSON.stringify(line.word)} ${line.by}` : reason

/** How it ends, and what follows from that. */
export function counted(setting: Setting, state: State): State {
  const ending = opinion(setting, state)
  const seats = onRoll(setting, state).map(({ id }) => {
    const { counted, reason } = verdictOf(id, state)
    return { id, reason, line: counted === null ? undefined : speaker(id, state) }
  })
  const heard = seats.flatMap(({ line }) => (line ? [line] : []))
  return {
    ...state,
    objections: settled(state.objections, heard),
    count: inWords(ending, heard.length, seats.length, state.lost.length),
    sheet: Object.fromEntries(seats.map(({ id, reason, line }) => [id, onTheSheet(reason, line)])),
    isTakenUp: /^(to_meeting|not_quorate)/.test(ending),
  }
}
