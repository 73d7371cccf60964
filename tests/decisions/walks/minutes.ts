import { type Command, type Hands, type Setting, type State, type Step, standingWords, unchanged } from './model.ts'

/** What those who take the minutes write down, beside what everybody says themselves. */
const paperRanks = { principal: 'meeting', deputy: 'meeting_deputy', proxy: 'meeting_proxy' } as const

export function paper(setting: Setting, state: State, command: Command & { do: 'vote' | 'paper' }): Step {
  const { channel } = setting.round
  if (state.count) return unchanged(state, 'counted')
  if (channel !== 'meeting') return unchanged(state, channel)
  if (state.isOver) return unchanged(state, 'over')
  if (state.hands) return unchanged(state, 'hands')
  const seat = setting.seats.find(({ id }) => id === command.seat)
  const holder = seat?.holders.find(({ person }) => person === command.person)
  if (!holder || state.lost.includes(command.seat)) return unchanged(state, 'not_there')
  if (state.recused.includes(command.seat)) return unchanged(state, 'recused')
  const by = `paper of ${command.person}`
  const line = { seat: command.seat, by, rank: paperRanks[holder.rank], word: command.word, isLate: false }
  const attending = [...new Set([...state.attending, command.seat])]
  return { result: null, state: { ...state, attending, ledger: [...state.ledger, line] } }
}

export function raise({ round, seats }: Setting, state: State, { hands }: { hands: Hands }): Step {
  const { electorate, seatPolicy, tieRule } = round.rules
  const isOfKinds = electorate === 'seats' && ['weighted', 'pooled', 'dual'].includes(seatPolicy)
  const isForHands = round.method === 'majority' && round.channel === 'meeting' && tieRule !== 'chair' && !isOfKinds
  if (state.count) return unchanged(state, 'counted')
  if (!isForHands) return unchanged(state, 'not_for_hands')
  if (standingWords(state.ledger).length > 0) return unchanged(state, 'names')
  if (state.hands) return unchanged(state, 'entered')
  const entitled = seats.filter(({ id }) => !state.lost.includes(id) && !state.recused.includes(id)).length
  if (hands.present > entitled) return unchanged(state, 'more_than_entitled')
  return { result: null, state: { ...state, hands } }
}

/** Why nobody's conflict of interest is taken down any more. */
const closedToRecusals = ({ round }: Setting, { count, isOver }: State) =>
  count ? 'counted' : isOver && round.channel !== 'meeting' ? 'over' : null

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
