import type { Rules } from '../../groups/rules.ts'
import type { Proposal } from './schema.ts'

/** One of several possibilities that are rated against each other. */
export interface OptionDraft {
  title: string
  wording: string
}

export interface Supersession {
  decisionId: string
  kind: 'superseded' | 'annulled'
}

export interface RulesDraft {
  rules: Rules
  legalBasis: string
  /** The version of the group's rules that was read before. */
  base: number
}

/** What somebody proposes. Title and wording are enough; everything else has a sensible nothing. */
export interface ProposalDraft {
  title: string
  wording: string
  rationale?: string
  snapshotId?: string
  scope?: Proposal['scope']
  /** In one plain sentence. */
  summary?: string
  legalEntity?: string
  inForceFrom?: string
  inForceUntil?: string
  reviewOn?: string
  editorialMandate?: string
  topics?: string[]
  ideaIds?: string[]
  /** Earlier decisions that lose their force with this one. */
  supersedes?: Supersession[]
  options?: OptionDraft[]
  /** What happens if nothing is decided. */
  passive?: string
  /** What the group's own rules shall become. */
  rules?: RulesDraft
}

/** What people agree to: another value of one of these is another proposal. */
export const substance = (draft: ProposalDraft) => ({
  title: draft.title,
  wording: draft.wording,
  rationale: draft.rationale ?? '',
  snapshotId: draft.snapshotId ?? null,
  scope: draft.scope ?? 'own_group',
  legalEntity: draft.legalEntity ?? '',
  inForceFrom: draft.inForceFrom ?? null,
  inForceUntil: draft.inForceUntil ?? null,
  reviewOn: draft.reviewOn ?? null,
  editorialMandate: draft.editorialMandate ?? '',
})

/** Ways to find it. They have no voting meaning and may change at any time. */
export interface Marks {
  summary: string
  topics: string[]
  ideaIds: string[]
}

export const marksIn = ({ summary = '', topics = [], ideaIds = [] }: ProposalDraft): Marks => ({
  summary,
  topics: [...new Set(topics)],
  ideaIds: [...new Set(ideaIds)],
})
