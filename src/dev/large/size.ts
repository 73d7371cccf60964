/** How large the generated alliance is, the sample in it included (`npm run demo -- --large`). */
export const largeSize = {
  people: 300,
  groups: 30,
  documents: 10_000,
  tasks: 50_000,
  /** Of the tasks, those that are still open. */
  openTasks: 8_000,
  decisions: 5_000,
  referrals: 1_500,
  /** Of the referrals, those without an answer. */
  openReferrals: 60,
  events: 60_000,
  meetingsOfEach: 12,
}

export type LargeSize = typeof largeSize
