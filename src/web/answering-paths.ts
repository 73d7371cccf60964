import { type Identified, inGroup, type Slugged } from './addresses.ts'

const of = (group: Slugged, referral: Identified, rest: string) => inGroup(group, `/referrals/${referral.id}${rest}`)

/** What happens on the way to an answer and after it; part of `paths`. */
export const answeringPaths = {
  referralDeferrals: (group: Slugged, referral: Identified) => of(group, referral, '/deferrals'),
  /** The changed version of those who answer: begun with a post, and how it differs from what was sent. */
  referralChanges: (group: Slugged, referral: Identified) => of(group, referral, '/changes'),
  /** What was taken up goes on with the changed version. */
  referralChangedVersion: (group: Slugged, referral: Identified) => of(group, referral, '/changed-version'),
  referralVoices: (group: Slugged, referral: Identified) => of(group, referral, '/voices'),
  referralReservation: (group: Slugged, referral: Identified) => of(group, referral, '/reservation'),
}
