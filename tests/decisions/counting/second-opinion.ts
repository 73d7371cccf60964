import type { Rounded } from '#src/decisions/counting/poll.ts'
import type { Facts } from '#src/decisions/counting/result.ts'
import type { HandCount } from '#src/decisions/rounds/schema.ts'
import type { Fraction, Rules } from '#src/groups/rules.ts'
import type { SeatStory } from './boxes.ts'

/**
 * The rules once more, written without a look at the product: seats one by one instead of sums, lists that are sorted
 * instead of steps, differences instead of products.
 */
const passes = (have: number, of: number, { comparison, numerator, denominator }: Fraction) => {
  const difference = have * denominator - of * numerator
  return difference > 0 || (difference === 0 && comparison === 'at_least')
}

const enough = ({ quorum }: Rules, taking: number, roll: number) =>
  quorum.kind === 'none' ||
  (quorum.kind === 'absolute' ? taking - quorum.count > -1 : passes(taking, roll, quorum.fraction))

interface Heard {
  /** Seats that count as entitled. */
  roll: number
  /** Words of the seats that may speak. */
  words: unknown[]
}

function heard(seats: SeatStory[], { recusedInQuorum }: Rules): Heard {
  const roll = seats.filter(({ isRecused }) => recusedInQuorum === 'include' || !isRecused).length
  const words = seats.flatMap(({ isRecused, said }) =>
    isRecused || said === undefined || said === 'void' ? [] : [said],
  )
  return { roll, words }
}

const of = (words: unknown[], ...which: string[]) => words.filter((word) => which.includes(String(word))).length

function consent({ roll, words }: Heard, { rules, preset }: Rounded, { unreached }: Facts): string {
  const objections = of(words, 'objection')
  if (preset === 'silent') {
    if (objections) return 'to_meeting/objection'
    if (unreached) return 'to_meeting/unreached'
    return words.length < rules.circular.minActive ? 'not_quorate/too_few_active' : 'adopted/silent_consent'
  }
  if (preset === 'statutory') return all(of(words, 'consent', 'concern'), roll)
  if (!enough(rules, words.length, roll)) return 'not_quorate/quorum_missed'
  if (objections) return 'undecided/open_objection'
  return words.length ? 'adopted/no_objection' : 'undecided/no_answer'
}

const all = (agreeing: number, roll: number) =>
  roll > 0 && agreeing === roll ? 'adopted/unanimous' : 'to_meeting/unanimity_missed'

function consensus({ roll, words }: Heard, { rules }: Rounded): string {
  const support = of(words, 'support', 'reservations')
  if (!enough(rules, words.length, roll)) return 'not_quorate/quorum_missed'
  const vetoed = words.includes('block')
  if (rules.consensus.blockMode === 'single' && vetoed) return 'blocked/block'
  const dissent = of(words, 'stand_aside', 'serious_concerns', 'block')
  if (passes(dissent, words.length, { comparison: 'more_than', ...rules.consensus.maxDissent })) {
    return 'no_consensus/dissent_too_high'
  }
  if (!support) return 'no_consensus/no_support'
  if (dissent - support > -1) return 'no_consensus/support_too_low'
  return words.every((word) => word === 'support') ? 'adopted/full_consensus' : 'adopted/with_reservations'
}

/** A ballot that weighs three is three ballots. */
function consensing(seats: SeatStory[], round: Rounded, { options }: Facts): string {
  const { rules } = round
  const voting = seats.filter(({ kind }) => !(isOrgOnly(round) && kind === 'person'))
  const { roll, words } = heard(voting, rules)
  const whole = words.filter((said) => Array.isArray(said) && !said.includes(null))
  if (!enough(rules, whole.length, roll)) return 'not_quorate/quorum_missed'
  const ballots = voting.flatMap((seat) =>
    !seat.isRecused && whole.includes(seat.said) ? Array.from({ length: weightOf(seat, round) }, () => seat.said) : [],
  ) as number[][]
  const scored = options.map(({ isPassive }, at) => {
    const ratings = ballots.map((ballot) => ballot[at] ?? 0)
    const sum = ratings.reduce((one, other) => one + other, 0)
    return { at, isPassive, score: [sum, Math.max(0, ...ratings), ratings.filter((rating) => rating > 7).length] }
  })
  const [best, second] = scored
    .filter(({ isPassive }) => !isPassive)
    .sort((one, other) => compare(one.score, other.score))
  const passive = scored.find(({ isPassive }) => isPassive)?.score[0] ?? 0
  const lowest = best?.score[0] ?? 0
  if (lowest >= passive) return `status_quo_confirmed/${lowest === passive ? 'passive_equal' : 'passive_lower'}`
  const step = second ? (best?.score ?? []).findIndex((value, at) => value < (second.score[at] ?? 0)) : 0
  const reason = ['lowest_resistance', 'tie_break_max', 'tie_break_high'][step]
  return reason ? `adopted/${reason}/${best?.at}` : 'tie/runoff'
}

const compare = (one: number[], other: number[]): number => {
  const at = one.findIndex((value, nth) => value !== other[nth])
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0)
}

const isOrgOnly = ({ rules }: Rounded) => rules.electorate === 'seats' && rules.seatPolicy === 'org_only'

function weightOf({ kind, weight = 1 }: SeatStory, { rules }: Rounded): number {
  if (rules.electorate === 'persons' || rules.seatPolicy !== 'weighted') return 1
  return weight * (kind === 'person' ? rules.weights.person : rules.weights.organisation)
}

/** One vote, and how often. */
interface Vote {
  word: unknown
  times: number
}

/** Numbers without names: nobody knows whose hand it was. */
function byHands(seats: SeatStory[], round: Rounded, { present, yes, no, abstain, void: spoilt }: HandCount): string {
  const { rules } = round
  const { roll } = heard(
    seats.filter(({ kind }) => !(isOrgOnly(round) && kind === 'person')),
    rules,
  )
  if (!enough(rules, rules.quorumScope === 'attendance' ? present : yes + no + abstain + spoilt, roll)) {
    return 'not_quorate/quorum_missed'
  }
  const votes = Object.entries({ yes, no, abstain }).map(([word, times]) => ({ word, times }))
  return one(votes, present, roll, rules, null)
}

function majority(seats: SeatStory[], round: Rounded, facts: Facts): string {
  const { unreached, attending, hands } = facts
  if (hands) return byHands(seats, round, hands)
  const { rules, preset, channel } = round
  const numbered = seats.map((seat, at) => ({ ...seat, at }))
  const voting = numbered.filter(({ kind }) => !(isOrgOnly(round) && kind === 'person'))
  const { roll, words } = heard(voting, rules)
  if (preset === 'statutory') return all(of(words, 'yes'), roll)
  if (preset === 'silent') {
    if (words.includes('no')) return 'to_meeting/objection'
    if (unreached) return 'to_meeting/unreached'
    return words.length < rules.circular.minActive ? 'not_quorate/too_few_active' : 'adopted/silent_consent'
  }
  const entitled = voting.filter(({ isRecused }) => rules.recusedInQuorum === 'include' || !isRecused)
  const isThere = ({ at, said, isRecused }: (typeof voting)[number], byPresence: boolean) =>
    (channel === 'meeting' && !isRecused && said !== undefined) ||
    (!isRecused && said !== undefined && said !== 'void') ||
    (byPresence && channel === 'meeting' && attending.has(`seat-${at}`))
  const isPooled = rules.electorate === 'seats' && rules.seatPolicy === 'pooled'
  const pool = <T extends SeatStory>(among: T[]): number =>
    isPooled
      ? among.filter(({ kind }) => kind !== 'person').length +
        (among.some(({ kind }) => kind === 'person') ? rules.pooledSeats : 0)
      : among.length
  const taking = entitled.filter((seat) => isThere(seat, rules.quorumScope === 'attendance'))
  if (!enough(rules, pool(taking), pool(entitled))) return 'not_quorate/quorum_missed'

  const isDual = rules.electorate === 'seats' && rules.seatPolicy === 'dual'
  const camps = isDual
    ? [entitled.filter(({ kind }) => kind !== 'person'), entitled.filter(({ kind }) => kind === 'person')]
    : [entitled]
  const verdicts = camps.map((camp) => {
    const weigh = (some: SeatStory[]) =>
      isPooled ? pool(some) : some.reduce((sum, seat) => sum + weightOf(seat, round), 0)
    const votes = spoken(camp, round, isPooled)
    const present = weigh(camp.filter((seat) => isThere(seat, true)))
    return one(votes, present, weigh(camp), rules, chairOf(voting, round))
  })
  const decisive = verdicts.find((verdict) => !verdict.startsWith('adopted'))
  return decisive ?? (verdicts.includes('adopted/tie_chair') ? 'adopted/tie_chair' : 'adopted/threshold_met')
}

function spoken(camp: SeatStory[], round: Rounded, isPooled: boolean): Vote[] {
  const votes = camp
    .filter(({ isRecused }) => !isRecused)
    .map((seat) => ({ word: seat.said, times: weightOf(seat, round), isPerson: seat.kind === 'person' }))
  if (!isPooled) return votes
  const persons = votes.filter(({ isPerson, word }) => isPerson && word !== undefined && word !== 'void')
  const lead = persons.filter(({ word }) => word === 'yes').length - persons.filter(({ word }) => word === 'no').length
  const shared = persons.length === 0 ? undefined : lead > 0 ? 'yes' : lead < 0 ? 'no' : 'abstain'
  return [...votes.filter(({ isPerson }) => !isPerson), { word: shared, times: round.rules.pooledSeats }]
}

function chairOf(seats: (SeatStory & { at: number })[], { openedById, rules }: Rounded): unknown {
  const own = seats.find(({ at, isRecused }) => !isRecused && openedById === `holder-of-seat-${at}`)?.said
  return rules.tieRule === 'chair' && (own === 'yes' || own === 'no') ? own : null
}

function one(votes: Vote[], present: number, roll: number, rules: Rules, chair: unknown): string {
  const many = (word: string) => votes.reduce((sum, vote) => (vote.word === word ? sum + vote.times : sum), 0)
  const [yes, no, abstain] = [many('yes'), many('no'), many('abstain')] as [number, number, number]
  if (yes + no === 0) return 'rejected/no_decisive_votes'
  const bases = { yes_no: yes + no, yes_no_abstain: yes + no + abstain, present, roll }
  if (passes(yes, bases[rules.majorityBase], rules.threshold)) return 'adopted/threshold_met'
  const { comparison, numerator, denominator } = rules.threshold
  const isSimple = comparison === 'more_than' && numerator / denominator === 0.5
  if (!isSimple || yes !== no || rules.majorityBase !== 'yes_no') return 'rejected/threshold_missed'
  return chair ? `${chair === 'yes' ? 'adopted' : 'rejected'}/tie_chair` : 'rejected/tie'
}

/** Outcome and reason, and which option was chosen. */
export function secondOpinion(seats: SeatStory[], round: Rounded, facts: Facts): string {
  const isStopped =
    round.channel === 'circular' && facts.procedureObjections >= round.rules.circular.procedureObjectionsToStop
  if (isStopped) return 'to_meeting/procedure_objection'
  switch (round.method) {
    case 'consent':
      return consent(heard(seats, round.rules), round, facts)
    case 'consensus':
      return consensus(heard(seats, round.rules), round)
    case 'systemic_consensing':
      return consensing(seats, round, facts)
    case 'majority':
      return majority(seats, round, facts)
  }
}
