import type { ReferralEntry } from './entries.ts'
import type { Answer } from './schema.ts'

/** Where a referral stands while it has no answer, and the answers themselves (`DOMAIN.md 3.4`). */
export type OpenState = 'forwarded' | 'taken_up' | 'scheduled' | 'deferred'

export type ReferralState = OpenState | Answer['kind']

type Known = Pick<ReferralEntry, 'takenUp' | 'deferrals' | 'planned'> & { answer: Pick<Answer, 'kind'> | null }

/**
 * The one place that says where a referral stands: an answer is the end, a round that runs comes before a date, a date
 * before what has to wait, and what was put off waits until something is done about it again.
 */
export function stateOf({ answer, takenUp, deferrals, planned }: Known): ReferralState {
  if (answer) return answer.kind
  if (takenUp?.isBeingDecided) return 'taken_up'
  if (planned) return 'scheduled'
  const last = deferrals.at(-1)
  if (last && !(takenUp && takenUp.at > last.createdAt)) return 'deferred'
  return takenUp ? 'taken_up' : 'forwarded'
}

/** Only what is being decided becomes one of these. */
const byDecision = ['adopted', 'adopted_with_changes', 'rejected'] as const satisfies Answer['kind'][]

const withoutDecision = ['returned', 'noted', 'withdrawn', 'superseded'] as const satisfies Answer['kind'][]

/** What may follow on what. An answer is followed by nothing: there is one, and it never changes. */
const following: Record<OpenState, ReferralState[]> = {
  forwarded: ['taken_up', 'scheduled', 'deferred', ...withoutDecision],
  taken_up: ['forwarded', 'scheduled', 'deferred', ...byDecision, ...withoutDecision],
  scheduled: ['forwarded', 'taken_up', 'deferred', ...withoutDecision],
  // Once put off, that stays to be seen until something is done about it again.
  deferred: ['taken_up', 'scheduled', ...withoutDecision],
}

const isOpenState = (state: ReferralState): state is OpenState => state in following

/** An answer ends the way for good. */
export const isEnd = (state: ReferralState) => !isOpenState(state)

/** Whether a referral that stood here can stand there a moment later. */
export const mayFollow = (before: ReferralState, after: ReferralState): boolean =>
  before === after || (isOpenState(before) && following[before].includes(after))
