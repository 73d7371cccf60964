import type { Rules } from '../../groups/rules.ts'
import { type ConsentResult, countSilentConsent } from './consent.ts'
import { flagsOf, type MajorityResult, type MajorityTally, type Votes } from './majority.ts'

/** Enough seats want a meeting instead; that comes before everything else (`DOMAIN.md 4.8, 4.10`). */
export const isStopped = (objecting: number, { procedureObjectionsToStop }: Rules['circular']): boolean =>
  objecting >= Math.max(1, procedureObjectionsToStop)

export interface StatutoryResult {
  outcome: 'adopted' | 'to_meeting'
  reason: 'unanimous' | 'unanimity_missed'
  flags: MajorityResult['flags']
}

/** Every seat of the roll says yes in text form, or it goes to a meeting. No quorum, base or threshold. */
export const countStatutory = (entitled: number, votes: Votes): StatutoryResult => ({
  ...(entitled > 0 && votes.yes === entitled
    ? { outcome: 'adopted', reason: 'unanimous' }
    : { outcome: 'to_meeting', reason: 'unanimity_missed' }),
  flags: flagsOf(votes),
})

/** Yes is consent, no is an objection, an abstention is an answer. */
export const countSilentVotes = (
  { entitled, yes, no, abstain }: MajorityTally,
  unreached: number,
  minActive: number,
): ConsentResult<'adopted' | 'not_quorate' | 'to_meeting'> =>
  countSilentConsent({ entitled, consent: yes + abstain, concern: 0, objections: no }, unreached, minActive)
