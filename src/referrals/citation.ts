/** How a referral is cited, as in W-2026-06. */
export const referralCitation = ({ year, number }: { year: number; number: number }) =>
  `W-${year}-${String(number).padStart(2, '0')}`
