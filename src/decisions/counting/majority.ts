import type { Rules } from '../../groups/rules.ts'
import { isSimpleMajority, reaches } from './exact.ts'
import { isQuorate } from './quorum.ts'

export interface Votes {
  yes: number
  no: number
  abstain: number
}

export interface MajorityTally extends Votes {
  /** Entitled at the end (`N`). */
  entitled: number
  /** Taking part (`P`): without a meeting yes, no and abstentions. */
  present: number
}

/** Where quorum and few voices are not told by the votes themselves: seats take part, however much they weigh. */
export interface Turnout {
  entitled: number
  taking: number
  /** Seats that said yes or no. */
  decisive: number
}

const turnoutOf = ({ entitled, present, yes, no }: MajorityTally): Turnout => ({
  entitled,
  taking: present,
  decisive: yes + no,
})

export type MajorityRules = Pick<Rules, 'quorum' | 'majorityBase' | 'threshold' | 'tieRule'>

/** How the chair voted, for rule sets in which that settles a tie. */
export type ChairVote = 'yes' | 'no' | null

export interface MajorityResult {
  outcome: 'adopted' | 'rejected' | 'not_quorate'
  reason: 'quorum_missed' | 'no_decisive_votes' | 'threshold_met' | 'tie' | 'tie_chair' | 'threshold_missed'
  flags: ('few_votes' | 'many_abstentions')[]
}

export type Verdict = Pick<MajorityResult, 'outcome' | 'reason'>

/** Yes against no, with base and threshold (`DOMAIN.md 4.4`). */
export const countMajority = (
  tally: MajorityTally,
  rules: MajorityRules,
  chair: ChairVote = null,
  turnout = turnoutOf(tally),
): MajorityResult => ({
  ...(isQuorate(rules.quorum, turnout.taking, turnout.entitled)
    ? carried(tally, rules, chair)
    : { outcome: 'not_quorate', reason: 'quorum_missed' }),
  flags: flagsOf(tally, turnout.decisive),
})

/** The verdict of those who take part, whoever they are: without the question whether they are enough. */
export function carried(tally: MajorityTally, rules: Omit<MajorityRules, 'quorum'>, chair: ChairVote): Verdict {
  const { yes, no } = tally
  if (yes === 0 && no === 0) return { outcome: 'rejected', reason: 'no_decisive_votes' }
  if (reaches(yes, base(tally, rules.majorityBase), rules.threshold)) {
    return { outcome: 'adopted', reason: 'threshold_met' }
  }
  return yes === no && rules.majorityBase === 'yes_no' && isSimpleMajority(rules.threshold)
    ? tied(rules.tieRule, chair)
    : { outcome: 'rejected', reason: 'threshold_missed' }
}

function base({ entitled, present, yes, no, abstain }: MajorityTally, kind: Rules['majorityBase']): number {
  switch (kind) {
    case 'yes_no':
      return yes + no
    case 'yes_no_abstain':
      return yes + no + abstain
    case 'present':
      return present
    case 'roll':
      return entitled
  }
}

/** A chair who did not say yes or no settles nothing. */
const tied = (rule: Rules['tieRule'], chair: ChairVote): Verdict =>
  rule === 'chair' && chair !== null
    ? { outcome: chair === 'yes' ? 'adopted' : 'rejected', reason: 'tie_chair' }
    : { outcome: 'rejected', reason: 'tie' }

/** Said whatever the outcome is (`DOMAIN.md 4.1 G11, 4.10`). */
export function flagsOf({ yes, no, abstain }: Votes, decisive = yes + no): MajorityResult['flags'] {
  const flags: MajorityResult['flags'] = []
  if (decisive < 3) flags.push('few_votes')
  if (abstain > 0 && abstain >= yes) flags.push('many_abstentions')
  return flags
}
