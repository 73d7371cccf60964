import { type Holder, linesOf, mayStillAnswer, onRoll, standing, verdictOf } from './ending.ts'
import { type Command, type Hands, type Setting, type State, type Step, unchanged, type Word } from './model.ts'
import { heardOnPaper } from './objecting.ts'

/** What those who take the minutes write down, beside what everybody says themselves. */
export const paperRanks = { principal: 'meeting', deputy: 'meeting_deputy', proxy: 'meeting_proxy' } as const

function closedToPapers({ round: { channel } }: Setting, { count, isOver, hands }: State): string | null {
  if (count) return 'counted'
  if (channel !== 'meeting') return channel
  if (isOver) return 'over'
  return hands ? 'hands' : null
}

function withPaper(state: State, seat: string, { person, rank }: Holder, word: Word): State {
  const line = { seat, by: `paper of ${person}`, rank: paperRanks[rank], word, isLate: false }
  const attending = word === null ? state.attending : [...new Set([...state.attending, seat])]
  return { ...state, attending, ledger: [...state.ledger, line] }
}

export function paper(setting: Setting, state: State, command: Command & { do: 'vote' | 'paper' }): Step {
  const closed = closedToPapers(setting, state)
  if (closed) return unchanged(state, closed)
  const seat = setting.seats.find(({ id }) => id === command.seat)
  const holder = seat?.holders.find(({ person }) => person === command.person)
  if (!seat || !holder || state.lost.includes(command.seat) || !mayStillAnswer(seat, holder, state))
    return unchanged(state, 'not_there')
  if (state.recused.includes(command.seat)) return unchanged(state, 'recused')
  const papers = standing(linesOf(command.seat, state)).filter(({ by }) => by === `paper of ${command.person}`)
  if (command.word === null && papers.length === 0) return unchanged(state, null)
  const after = withPaper(state, command.seat, holder, command.word)
  return { result: null, state: heardOnPaper(setting, after, command) }
}

const order = ['principal', 'deputy', 'proxy']

const first = (holders: Holder[]) =>
  holders.toSorted(
    (one, other) => order.indexOf(one.rank) - order.indexOf(other.rank) || (one.person < other.person ? -1 : 1),
  )[0]

/** "Everybody else who is here": those who have said nothing, or have taken it back. */
export function rest(setting: Setting, state: State, word: string): Step {
  const closed = closedToPapers(setting, state)
  if (closed) return unchanged(state, closed)
  const silent = onRoll(setting, state)
    .filter(({ id }) => state.attending.includes(id) && !state.recused.includes(id))
    .filter(({ id }) => ['not_cast', 'retracted'].includes(verdictOf(id, state).reason))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
  const speaking = silent.flatMap((seat) => {
    const holder = first(seat.holders.filter((one) => mayStillAnswer(seat, one, state)))
    return holder ? [{ id: seat.id, holder }] : []
  })
  const after = speaking.reduce((state, { id, holder }) => withPaper(state, id, holder, word), state)
  return { result: speaking.length, state: after }
}

/** Who is there, as a whole. */
export const attend = (state: State, seats: string[]): Step =>
  state.count ? unchanged(state, 'counted') : { result: null, state: { ...state, attending: seats } }

export function raise({ round, seats }: Setting, state: State, { hands }: { hands: Hands }): Step {
  const { electorate, seatPolicy, tieRule } = round.rules
  const isOfKinds = electorate === 'seats' && ['weighted', 'pooled', 'dual'].includes(seatPolicy)
  const isForHands = round.method === 'majority' && round.channel === 'meeting' && tieRule !== 'chair' && !isOfKinds
  if (state.count) return unchanged(state, 'counted')
  if (!isForHands) return unchanged(state, 'not_for_hands')
  if (standing(state.ledger).length > 0) return unchanged(state, 'names')
  if (state.hands) return unchanged(state, 'entered')
  const entitled = seats.filter(({ id }) => !state.lost.includes(id) && !state.recused.includes(id)).length
  if (hands.present > entitled) return unchanged(state, 'more_than_entitled')
  return { result: null, state: { ...state, hands } }
}

/** Why nobody's conflict of interest is taken down any more. */
function closedToRecusals({ round }: Setting, { count, isOver, hands }: State): string | null {
  if (count) return 'counted'
  if (isOver && round.channel !== 'meeting') return 'over'
  return hands ? 'hands' : null
}

const withRecused = (state: State, seat: string): Step => ({
  result: null,
  state: { ...state, recused: [...state.recused, seat] },
})

export function recuse(setting: Setting, state: State, { seat, person }: { seat: string; person: string }): Step {
  const closed = closedToRecusals(setting, state)
  if (closed) return unchanged(state, closed)
  if (state.lost.includes(seat)) return unchanged(state, 'gone')
  if (state.recused.includes(seat)) return unchanged(state, null)
  const holders = setting.seats.find(({ id }) => id === seat)?.holders ?? []
  if (holders.some((holder) => holder.person === person && holder.rank === 'principal')) return withRecused(state, seat)
  return { result: null, state: { ...state, proposed: { [seat]: person, ...state.proposed } } }
}

export function confirm(setting: Setting, state: State, { seat, person }: { seat: string; person: string }): Step {
  const closed = closedToRecusals(setting, state)
  if (closed) return unchanged(state, closed)
  if (state.lost.includes(seat)) return unchanged(state, 'gone')
  if (state.recused.includes(seat)) return unchanged(state, null)
  const by = state.proposed[seat]
  return by === undefined || by === person ? unchanged(state, 'not_there') : withRecused(state, seat)
}

export function withdraw(state: State, { seat, person }: { seat: string; person: string }): Step {
  if (state.count) return unchanged(state, 'counted')
  const isPending = !state.lost.includes(seat) && !state.recused.includes(seat)
  if (!isPending || state.proposed[seat] !== person) return unchanged(state, 'not_there')
  const { [seat]: _, ...proposed } = state.proposed
  return { result: null, state: { ...state, proposed } }
}
