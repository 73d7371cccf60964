import { pick, type Random } from '../counting/random.ts'
import type { Stage } from './deeds.ts'
import type { Command, Hands, State } from './model.ts'
import { someWord } from './opening.ts'

/** From what the next command is made. */
interface Draw {
  random: Random
  stage: Stage
  state: State
}

function someHands(random: Random): Hands {
  const [yes, no, abstain, spoilt] = [random(3), random(3), random(2), random(2)]
  return { yes, no, abstain, void: spoilt, present: yes + no + abstain + spoilt + random(2) }
}

/** Mostly somebody who sits there, now and then anybody. */
function somePlace({ random, stage }: Draw) {
  const { id: seat, holders } = pick(random, stage.setting.seats)
  const person = random(12) === 0 ? pick(random, stage.everybody) : pick(random, holders).person
  return { seat, person }
}

/** Often what many think, or people would hardly ever agree. */
function word({ random, stage: { round, setting, mood } }: Draw) {
  if (random(7) === 0) return null
  return random(3) === 0 ? mood : someWord(random, round.method, setting.options.length)
}

const agreement = { consent: 'consent', consensus: 'support', majority: 'yes', systemic_consensing: 'void' } as const

const inMeeting =
  (most: (draw: Draw) => Command) =>
  (draw: Draw): Command =>
    draw.stage.round.channel === 'meeting' || draw.random(6) === 0 ? most(draw) : vote(draw)

const vote = (draw: Draw): Command => ({ do: 'vote', ...somePlace(draw), word: word(draw) })

const paper = (draw: Draw): Command => ({
  ...{ do: 'paper', ...somePlace(draw) },
  word: draw.random(5) === 0 ? 'void' : word(draw),
})

const attend = ({ random, stage: { setting } }: Draw): Command => ({
  do: 'attend',
  seats: setting.seats.map(({ id }) => id).filter(() => random(3) > 0),
})

function joinOr({ random, stage, state }: Draw): Command {
  const away = stage.everybody.filter((one) => !state.members.includes(one))
  return away.length > 0 ? { do: 'join', person: pick(random, away) } : { do: 'close' }
}

const leave = ({ random, stage, state: { members } }: Draw): Command => ({
  do: 'leave',
  person: pick(random, members.length > 0 ? members : stage.everybody),
})

function hands(draw: Draw): Command {
  const { round } = draw.stage
  const isLikely = round.channel === 'meeting' && round.method === 'majority'
  return isLikely || draw.random(12) === 0 ? { do: 'hands', hands: someHands(draw.random) } : vote(draw)
}

const demand = (draw: Draw): Command =>
  draw.stage.round.channel === 'circular' ? { do: 'demand', person: somePlace(draw).person } : vote(draw)

/** A round in a meeting may be closed at any time: that ends most that could have happened. */
const close = (draw: Draw): Command =>
  draw.stage.round.channel === 'meeting' && draw.random(3) > 0 ? vote(draw) : { do: 'close' }

const kinds: [number, (draw: Draw) => Command][] = [
  [22, vote],
  [3, inMeeting(paper)],
  [3, (draw) => ({ do: pick(draw.random, ['recuse', 'recuse', 'confirm', 'withdraw'] as const), ...somePlace(draw) })],
  [3, hands],
  [2, inMeeting(({ stage: { round } }) => ({ do: 'rest', word: agreement[round.method] }))],
  [2, inMeeting(attend)],
  [2, leave],
  [2, joinOr],
  [3, demand],
  [2, () => ({ do: 'extend' })],
  [1, (draw) => (draw.random(2) === 0 ? { do: 'expire' } : vote(draw))],
  [1, (draw) => (draw.random(6) === 0 ? { do: 'cancel' } : vote(draw))],
  [4, close],
]

const urn = kinds.flatMap(([times, kind]) => Array.from({ length: times }, () => kind))

export const someCommand = (draw: Draw): Command => pick(draw.random, urn)(draw)
