import type { Rules } from '../../groups/rules.ts'
import { isSimpleMajority, reaches } from './exact.ts'
import { isQuorate } from './quorum.ts'

export interface MajorityTally {
  /** Entitled at the end (`N`). */
  entitled: number
  /** Taking part (`P`): without a meeting yes, no and abstentions. */
  present: number
  yes: number
  no: number
  abstain: number
}

export type MajorityRules = Pick<Rules, 'quorum' | 'majorityBase' | 'threshold' | 'tieRule'>

/** How the chair voted, for rule sets in which that settles a tie. */
export type ChairVote = 'yes' | 'no' | null

export interface MajorityResult {
  outcome: 'adopted' | 'rejected' | 'not_quorate'
  reason: 'quorum_missed' | 'no_decisive_votes' | 'threshold_met' | 'tie' | 'tie_chair' | 'threshold_missed'
  flags: ('few_votes' | 'many_abstentions')[]
}

/** Yes against no, with base and threshold (`DOMAIN.md 4.4`). */
export const countMajority = (tally: MajorityTally, rules: MajorityRules, chair: ChairVote = null): MajorityResult => ({
  ...result(tally, rules, chair),
  flags: flagsOf(tally),
})

function result(tally: MajorityTally, rules: MajorityRules, chair: ChairVote): Omit<MajorityResult, 'flags'> {
  const { entitled, present, yes, no } = tally
  if (!isQuorate(rules.quorum, present, entitled)) return { outcome: 'not_quorate', reason: 'quorum_missed' }
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
const tied = (rule: Rules['tieRule'], chair: ChairVote): Omit<MajorityResult, 'flags'> =>
  rule === 'chair' && chair !== null
    ? { outcome: chair === 'yes' ? 'adopted' : 'rejected', reason: 'tie_chair' }
    : { outcome: 'rejected', reason: 'tie' }

/** Said whatever the outcome is (`DOMAIN.md 4.1 G11, 4.10`). */
function flagsOf({ yes, no, abstain }: MajorityTally): MajorityResult['flags'] {
  const flags: MajorityResult['flags'] = []
  if (yes + no < 3) flags.push('few_votes')
  if (abstain > 0 && abstain >= yes) flags.push('many_abstentions')
  return flags
}
