import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

const of = (group: Slugged, referral: Identified, rest: string) => inGroup(group, `/referrals/${referral.id}${rest}`)

/** What is sent from group to group, and what the sending side does with it; part of `paths`. */
export const sendingPaths = {
  newReferral: (group: Slugged, decision?: Identified) =>
    inGroup(group, `/referrals/new${decision ? `?decision=${decision.id}` : ''}`),
  /** For help with what a round could not decide. */
  newReferralOf: (group: Slugged, round: Identified) => inGroup(group, `/referrals/new?round=${round.id}`),
  /** What is open, and page by page what has been answered. */
  referrals: (group: Slugged, view: { page?: number } = {}) => withQuery(inGroup(group, '/referrals'), view),
  referral: (group: Slugged, referral: Identified) => inGroup(group, `/referrals/${referral.id}`),
  referralText: (group: Slugged, referral: Identified) => inGroup(group, `/referrals/${referral.id}/text`),
  referralDifference: (group: Slugged, referral: Identified) => inGroup(group, `/referrals/${referral.id}/difference`),
  referralProposal: (group: Slugged, referral: Identified) => inGroup(group, `/referrals/${referral.id}/proposal`),
  referralRecord: (group: Slugged, referral: Identified) => inGroup(group, `/referrals/${referral.id}/record`),
  referralAnswer: (group: Slugged, referral: Identified) => inGroup(group, `/referrals/${referral.id}/answer`),
  referralWithdrawal: (group: Slugged, referral: Identified) => of(group, referral, '/withdrawal'),
  /** A newer one is to take its place: proposed by whoever answers, agreed to or refused by whoever has sent it. */
  referralReplacements: (group: Slugged, referral: Identified) => of(group, referral, '/replacements'),
  replacementAgreement: (group: Slugged, referral: Identified, replacement: Identified) =>
    of(group, referral, `/replacements/${replacement.id}/agreement`),
  replacementRefusal: (group: Slugged, referral: Identified, replacement: Identified) =>
    of(group, referral, `/replacements/${replacement.id}/refusal`),
  /** What the group says to the reasons of a return. */
  reasonReplies: (group: Slugged, referral: Identified) => of(group, referral, '/reasons'),
}
