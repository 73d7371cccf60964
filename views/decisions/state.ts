import type { Matter } from '#src/decisions/proposals/matters.ts'
import type { RecordEntry } from '#src/decisions/records/reporting.ts'
import type { DecisionEntry } from '#src/decisions/register/log.ts'
import type { Decision } from '#src/decisions/register/schema.ts'
import type { RoundEntry } from '#src/decisions/rounds/entries.ts'
import type { Outcome } from '#src/decisions/schema.ts'
import { looks, type State } from '../kit/states.ts'

type Round = Pick<RoundEntry, 'count' | 'decision' | 'isOver'>

const isFinal = (outcome: Outcome): outcome is Decision['outcome'] =>
  outcome === 'adopted' || outcome === 'rejected' || outcome === 'status_quo_confirmed'

/** Where a round stands. */
export function roundState({ count, decision, isOver }: Round): State {
  if (decision) return decision.outcome
  if (!count) return isOver ? 'closed' : 'running'
  if (count.outcome === 'undecided') return count.reason === 'open_objection' ? 'open_objection' : 'undecided'
  return isFinal(count.outcome) ? 'counted' : count.outcome
}

/** Where a proposal stands: as its latest round, unless the text has changed since. */
export function matterState({ withdrawal, lapse, ...matter }: Matter): State {
  if (withdrawal) return 'withdrawn'
  if (lapse) return 'lapsed'
  const {
    proposal,
    rounds: [latest],
  } = matter
  if (!latest || (latest.count && latest.round.proposalVersion < proposal.version)) return talkState(matter)
  return roundState(latest)
}

const talkState = ({ presentation, deliberation }: Pick<Matter, 'presentation' | 'deliberation'>): State =>
  deliberation ? 'deliberating' : presentation ? 'clarifying' : 'draft'

export function recordState({ record, decision }: RecordEntry): State {
  if (decision) return decision.outcome
  return record.discardedAt ? 'discarded' : 'unconfirmed'
}

/** Whether a decision holds today. */
export const standingState = ({ standing }: Pick<DecisionEntry, 'standing'>): State =>
  standing === 'in_force' ? 'adopted' : standing

/** No longer in force, or never: drawn with a grey rule. */
export const isPast = ({ standing }: Pick<DecisionEntry, 'standing'>): boolean =>
  ['superseded', 'annulled', 'expired', 'rejected', 'status_quo_confirmed'].includes(standing)

/** A state that came as plain text, if it is one that we have words for. */
export const knownState = (state: string): State | undefined => (state in looks ? (state as State) : undefined)
