import type { Rules } from '../../groups/rules.ts'
import { reaches } from './exact.ts'
import { isQuorate } from './quorum.ts'

/** From full support to a veto. Kept as words: schools number them differently (`DOMAIN.md 0.7`). */
export const levels = ['support', 'reservations', 'abstain', 'stand_aside', 'serious_concerns', 'block'] as const

export type Level = (typeof levels)[number]

export type ConsensusTally = Record<Level, number> & { entitled: number }

export interface ConsensusResult {
  outcome: 'adopted' | 'blocked' | 'no_consensus' | 'not_quorate'
  reason:
    | 'quorum_missed'
    | 'block'
    | 'dissent_too_high'
    | 'no_support'
    | 'support_too_low'
    | 'full_consensus'
    | 'with_reservations'
}

/** Graded agreement: a veto stops it, too much dissent sends it back (`DOMAIN.md 4.5`). */
export function countConsensus(
  tally: ConsensusTally,
  { quorum, consensus: { blockMode, maxDissent } }: Pick<Rules, 'quorum' | 'consensus'>,
): ConsensusResult {
  const answers = levels.reduce((sum, level) => sum + tally[level], 0)
  if (!isQuorate(quorum, answers, tally.entitled)) return { outcome: 'not_quorate', reason: 'quorum_missed' }
  if (blockMode === 'single' && tally.block > 0) return { outcome: 'blocked', reason: 'block' }
  const dissent = tally.stand_aside + tally.serious_concerns + tally.block
  if (reaches(dissent, answers, { comparison: 'more_than', ...maxDissent })) {
    return { outcome: 'no_consensus', reason: 'dissent_too_high' }
  }
  const support = tally.support + tally.reservations
  if (support === 0) return { outcome: 'no_consensus', reason: 'no_support' }
  if (support <= dissent) return { outcome: 'no_consensus', reason: 'support_too_low' }
  return { outcome: 'adopted', reason: tally.support === answers ? 'full_consensus' : 'with_reservations' }
}
