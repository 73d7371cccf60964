import { countStatutory } from './circular.ts'
import { countConsensus, type levels } from './consensus.ts'
import { type ConsentTally, concernFlags, countConsent, countSilentConsent } from './consent.ts'
import { bySeats, isSilent, type Poll, type Rounded, said } from './poll.ts'
import type { Facts, Found } from './result.ts'
import { countConsensing } from './systemic-consensing.ts'
import { consensingTally } from './tally.ts'

export function consented({ entitled, answers }: Poll, round: Rounded, { unreached }: Facts): Found {
  const { rules, preset } = round
  const tally = {
    consent: said(answers, 'consent'),
    concern: said(answers, 'concern'),
    objections: said(answers, 'objection'),
  }
  if (isSilent(round)) {
    const result = countSilentConsent({ entitled, ...tally }, unreached, rules.circular.minActive)
    return { ...result, tally: { ...tally, unreached } }
  }
  if (preset === 'statutory') return { ...unanimous(entitled, tally), tally }
  return { ...countConsent({ entitled, ...tally }, rules.quorum), tally }
}

/** By statute each seat has to agree; concerns do not keep anybody from it. */
function unanimous(entitled: number, { consent, concern, objections }: Omit<ConsentTally, 'entitled'>) {
  const { flags, ...result } = countStatutory(entitled, { yes: consent + concern, no: objections, abstain: 0 })
  return { ...result, flags: [...flags, ...concernFlags({ consent, concern })] }
}

export function graded({ entitled, answers }: Poll, { rules }: Rounded): Found {
  const tally = {
    support: said(answers, 'support'),
    reservations: said(answers, 'reservations'),
    abstain: said(answers, 'abstain'),
    stand_aside: said(answers, 'stand_aside'),
    serious_concerns: said(answers, 'serious_concerns'),
    block: said(answers, 'block'),
  } satisfies Record<(typeof levels)[number], number>
  return { ...countConsensus({ entitled, ...tally }, rules), tally }
}

export function rated(poll: Poll, round: Rounded, { options }: Facts): Found {
  const { quorum, alertFrom } = round.rules
  const rules = { quorum, entitled: poll.entitled, alertFrom }
  const consensing = countConsensing(weighed(poll, round), options, rules)
  const { outcome, reason, flags, chosenId } = consensing
  return { outcome, reason, flags, chosenId, tally: consensingTally(consensing, options) }
}

function weighed({ seats }: Poll, round: Rounded) {
  const { seatPolicy, weights } = round.rules
  const isWeighted = bySeats(round) && seatPolicy === 'weighted'
  return seats.flatMap(({ seat, ballot }) => {
    const ofKind = seat.kind === 'person' ? weights.person : weights.organisation
    return ballot ? [{ ratings: ballot.ratings, weight: isWeighted ? seat.weight * ofKind : 1 }] : []
  })
}
