export interface Roll {
  atOpening: number
  /** Lost their entitlement without a counted ballot. */
  leftWithoutBallot: number
  recused: number
  recusedInQuorum: 'exclude' | 'include'
}

/** How many seats count as entitled at the end. Joining later or leaving after an answer changes nothing (`DOMAIN.md 4.2`). */
export const effectiveRoll = ({ atOpening, leftWithoutBallot, recused, recusedInQuorum }: Roll) =>
  atOpening - leftWithoutBallot - (recusedInQuorum === 'exclude' ? recused : 0)
