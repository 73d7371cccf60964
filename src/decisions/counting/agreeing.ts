import type { Said } from '../ballots/box.ts'
import type { Choice } from '../ballots/schema.ts'
import { countStatutory } from './circular.ts'
import { countConsensus, type levels } from './consensus.ts'
import { countConsent, countSilentConsent } from './consent.ts'
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
  if (preset === 'statutory') return { ...unanimous(entitled, answers, ['consent', 'concern']), tally }
  return { ...countConsent({ entitled, ...tally }, rules.quorum), tally }
}

/** Whatever the method asks: by statute each seat has to agree. */
function unanimous(entitled: number, answers: Said[], agreeing: Choice[]) {
  const yes = agreeing.reduce((sum, choice) => sum + said(answers, choice), 0)
  const abstain = said(answers, 'abstain')
  return countStatutory(entitled, { yes, no: answers.length - yes - abstain, abstain })
}

export function graded({ entitled, answers }: Poll, { rules, preset }: Rounded): Found {
  const tally = {
    support: said(answers, 'support'),
    reservations: said(answers, 'reservations'),
    abstain: said(answers, 'abstain'),
    stand_aside: said(answers, 'stand_aside'),
    serious_concerns: said(answers, 'serious_concerns'),
    block: said(answers, 'block'),
  } satisfies Record<(typeof levels)[number], number>
  return preset === 'statutory'
    ? { ...unanimous(entitled, answers, ['support', 'reservations']), tally }
    : { ...countConsensus({ entitled, ...tally }, rules), tally }
}

/** Ratings have no yes: where the statute asks for one from each seat, they decide nothing. */
export function rated(poll: Poll, round: Rounded, { options }: Facts): Found {
  const { entitled, answers } = poll
  const { quorum, alertFrom } = round.rules
  const consensing = countConsensing(weighed(poll, round), options, { quorum, entitled, alertFrom })
  const { outcome, reason, flags, chosenId } = consensing
  const tally = consensingTally(consensing, options)
  return round.preset === 'statutory'
    ? { ...unanimous(entitled, answers, []), tally }
    : { outcome, reason, flags, chosenId, tally }
}

function weighed({ seats }: Poll, round: Rounded) {
  const { seatPolicy, weights } = round.rules
  const isWeighted = bySeats(round) && seatPolicy === 'weighted'
  return seats.flatMap(({ seat, ballot }) => {
    const ofKind = seat.kind === 'person' ? weights.person : weights.organisation
    return ballot ? [{ ratings: ballot.ratings, weight: isWeighted ? seat.weight * ofKind : 1 }] : []
  })
}
