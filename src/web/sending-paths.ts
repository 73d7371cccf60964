import { type Identified, inGroup, type Slugged } from './addresses.ts'

const of = (group: Slugged, referral: Identified, rest: string) => inGroup(group, `/referrals/${referral.id}${rest}`)

/** What the sending side does with what it has sent; part of `paths`. */
export const sendingPaths = {
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
