import type { Box, CountedSeat } from '../ballots/box.ts'
import type { Choice } from '../ballots/schema.ts'
import type { Count, HandCount, Round, RoundOption } from '../rounds/schema.ts'
import { consented, graded, rated } from './agreeing.ts'
import { isStopped, type StatutoryResult } from './circular.ts'
import type { ConsensusResult } from './consensus.ts'
import type { ConsentResult } from './consent.ts'
import type { MajorityResult } from './majority.ts'
import { type Poll, pollOf, type Rounded } from './poll.ts'
import type { ConsensingResult } from './systemic-consensing.ts'
import { handsOf, voted } from './voting.ts'

/** What is known of a round besides its box. */
export interface Facts {
  options: RoundOption[]
  /** Seats that want a meeting instead. */
  procedureObjections: number
  /** Seats that nobody has reached, where silence is assent. */
  unreached: number
  /** Numbers counted in the meeting. */
  hands: HandCount | null
  /** The seats that were there in the meeting, whether they answered or not. */
  attending: ReadonlySet<string>
}

type Methodical =
  | ConsentResult<'adopted' | 'undecided' | 'not_quorate' | 'to_meeting'>
  | MajorityResult
  | ConsensusResult
  | ConsensingResult
  | StatutoryResult

/** Every reason with which a count can end. */
export type Reason = Methodical['reason'] | 'procedure_objection'
/** What has to be said beside an outcome. */
export type Flag = 'few_votes' | 'many_abstentions' | 'many_concerns' | 'talk_first'

/** What one method finds. */
export interface Found {
  outcome: Methodical['outcome']
  reason: Reason
  flags?: Flag[]
  chosenId?: string | null
  tally: Record<string, number>
}

export interface Result extends Pick<Count, 'outcome' | 'tally' | 'chosenId'> {
  reason: Reason
  flags: Flag[]
}

/** How a round ends: every method, in every channel, for every electorate (`DOMAIN.md 4`). */
export function resultOf(box: Box, round: Rounded, facts: Facts): Result {
  const poll = pollOf(box, round)
  const { outcome, reason, flags = [], chosenId = null, tally } = byMethod(poll, round, facts)
  const turnout = { entitled: poll.entitled, answered: answeredIn(poll, round, facts) }
  const numbers = { ...turnout, left: box.left, recused: box.recused, ...tally }
  const result: Result = { outcome, reason, flags, chosenId, tally: numbers }
  return round.channel === 'circular' ? unlessStopped(result, round, facts) : result
}

const answeredIn = ({ answers }: Poll, round: Rounded, facts: Facts): number => {
  const hands = handsOf(round, facts)
  return hands ? hands.yes + hands.no + hands.abstain : answers.length
}

function byMethod(poll: Poll, round: Rounded, facts: Facts): Found {
  switch (round.method) {
    case 'consent':
      return consented(poll, round, facts)
    case 'consensus':
      return graded(poll, round)
    case 'systemic_consensing':
      return rated(poll, round, facts)
    case 'majority':
      return voted(poll, round, facts)
  }
}

/** What is said whatever the outcome stays; that an option won does not. */
function unlessStopped(result: Result, { rules }: Rounded, { procedureObjections }: Facts): Result {
  const tally = { ...result.tally, procedure_objections: procedureObjections }
  if (!isStopped(procedureObjections, rules.circular)) return { ...result, tally }
  const flags = result.flags.filter((flag) => flag !== 'talk_first')
  return { outcome: 'to_meeting', reason: 'procedure_objection', flags, chosenId: null, tally }
}

/** The same box without the answers of seats whose conflict of interest was found later (`DOMAIN.md 4.1 G10`). */
export function recused(box: Box, { recusedInQuorum }: Round['rules'], seatIds: ReadonlySet<string>): Box {
  const seats = box.seats.map((counted) =>
    seatIds.has(counted.seat.id) && !counted.isRecused ? voided(counted) : counted,
  )
  const all = seats.filter(({ isRecused }) => isRecused).length
  const fewer = recusedInQuorum === 'exclude' ? all - box.recused : 0
  const cast = seats.flatMap(({ ballot }) => (ballot ? [ballot] : []))
  return { ...box, seats, recused: all, entitled: box.entitled - fewer, cast }
}

/** What falls before anybody asks about conflicts (`DOMAIN.md 4.3`). */
const fallen: CountedSeat['reason'][] = ['not_cast', 'late', 'unauthorised']

const voided = (counted: CountedSeat): CountedSeat => ({
  ...counted,
  isRecused: true,
  ballot: null,
  saidBy: [],
  reason: fallen.includes(counted.reason) ? counted.reason : 'void_recused',
})

/** The same box with what some seats did say, where it was taken down wrongly. */
export function answeredRightly(box: Box, right: { seat: string; choice: string }[]): Box {
  const said = new Map(right.map(({ seat, choice }) => [seat, choice]))
  const seats = box.seats.map((counted) => {
    const choice = said.get(counted.seat.id)
    return choice && counted.ballot ? { ...counted, ballot: { ...counted.ballot, choice: choice as Choice } } : counted
  })
  return { ...box, seats, cast: seats.flatMap(({ ballot }) => ballot ?? []) }
}
