import type { RoundOption } from '../rounds/schema.ts'
import type { Sides } from './electorate.ts'
import { tenthsOfPercent } from './exact.ts'
import type { MajorityTally } from './majority.ts'
import { bySeats, type Rounded } from './poll.ts'
import type { Consensing } from './systemic-consensing.ts'

type Numbers = Record<string, number>

/** Votes as they were weighed against each other; below them, what organisations and individuals said, each seat as one. */
export function seatTally(votes: MajorityTally[], sides: Sides, round: Rounded): Numbers {
  const total = (of: 'yes' | 'no' | 'abstain' | 'present') => votes.reduce((sum, side) => sum + side[of], 0)
  const there = round.channel === 'meeting' && { present: total('present') }
  const whole = { yes: total('yes'), no: total('no'), abstain: total('abstain'), ...there }
  return bySeats(round)
    ? { ...whole, ...named('organisation', sides.organisations), ...named('person', sides.individuals) }
    : whole
}

const named = (kind: 'organisation' | 'person', { yes, no, abstain }: MajorityTally): Numbers => ({
  [`${kind}_yes`]: yes,
  [`${kind}_no`]: no,
  [`${kind}_abstain`]: abstain,
})

/**
 * Per option by its position: sum, acceptance in tenths of a percent, highest rating, ratings of 8 and more, and
 * whether it goes into the run-off. `incomplete` ballots are left out for every option.
 */
export function consensingTally(
  { complete, incomplete, resistances, tiedIds }: Consensing,
  options: RoundOption[],
): Numbers {
  const perOption = options.flatMap(({ id, position }) => {
    const { sum = 0, highest = 0, high = 0 } = resistances.find((option) => option.id === id) ?? {}
    const acceptance = tenthsOfPercent(10 * complete - sum, 10 * complete)
    return [
      [`sum_${position}`, sum],
      ...(acceptance === null ? [] : [[`acceptance_${position}`, acceptance]]),
      [`highest_${position}`, highest],
      [`high_${position}`, high],
      ...(tiedIds.includes(id) ? [[`tied_${position}`, 1]] : []),
    ]
  })
  return { complete, incomplete, ...Object.fromEntries(perOption) }
}
