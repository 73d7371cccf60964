import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { ProposedRuleSet } from '../../groups/rule-problems.ts'
import { currentRules, ruleHistory } from '../../groups/rule-sets.ts'
import { readRules } from '../../groups/rules.ts'
import { isMovable } from '../policy.ts'
import type { RulesDraft } from '../proposals/draft.ts'
import { type Matter, openProposals } from '../proposals/matters.ts'
import { type Proposal, proposedRules } from '../proposals/schema.ts'
import { uponCurrent } from './merging.ts'

/** What the rules shall become with this version of the proposal; null when it is about something else. */
export async function rulesProposedBy(
  db: Database,
  { id, version }: Pick<Proposal, 'id' | 'version'>,
): Promise<RulesDraft | null> {
  const [stored] = await db
    .select({ rules: proposedRules.rules, legalBasis: proposedRules.legalBasis, base: proposedRules.base })
    .from(proposedRules)
    .where(and(eq(proposedRules.proposalId, id), eq(proposedRules.version, version)))
  return stored ? { ...stored, rules: readRules(stored.rules) } : null
}

/** Old and new side by side. */
export interface RuleProposal {
  older: ProposedRuleSet
  newer: ProposedRuleSet
  /** Written for rules that have been changed since: it would undo that. */
  isOutdated: boolean
}

/** Compared with the rules by which it was asked; as long as anybody can be asked anew, with those that hold now. */
export async function ruleProposalOf(db: Database, matter: Matter): Promise<RuleProposal | null> {
  const { proposal, rounds } = matter
  const newer = await rulesProposedBy(db, proposal)
  if (!newer) return null
  const current = await currentRules(db, proposal.groupId)
  const isOutdated = isMovable(matter) && newer.base !== current.version
  const [latest] = rounds
  if (!latest || isOutdated) return { older: current, newer, isOutdated }
  return { older: { rules: readRules(latest.round.rules), legalBasis: latest.round.legalBasis }, newer, isOutdated }
}

/** What stands in the form: the proposal as it is, or on top of the rules that hold by now. */
export async function upToDate(db: Database, groupId: string, proposed: RulesDraft): Promise<ProposedRuleSet> {
  const history = await ruleHistory(db, groupId)
  const base = history.find(({ version }) => version === proposed.base)
  const [current] = history
  return !base || !current || base === current ? proposed : uponCurrent(base, proposed, current)
}

/** Proposals about the rules that nothing has become of yet. */
export async function openRuleProposals(db: Database, groupId: string): Promise<Proposal[]> {
  const open = await openProposals(db, groupId)
  const about = await Promise.all(open.map(({ proposal }) => rulesProposedBy(db, proposal)))
  return open.flatMap((matter, place) => (about[place] && hasNoEnd(matter) ? [matter.proposal] : []))
}

const hasNoEnd = (matter: Matter) => isMovable(matter) || matter.rounds[0]?.decision === null
