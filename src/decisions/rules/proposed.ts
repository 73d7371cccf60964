import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { ProposedRuleSet } from '../../groups/rule-problems.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { readRules } from '../../groups/rules.ts'
import { isMovable } from '../policy.ts'
import { type Matter, openProposals } from '../proposals/matters.ts'
import { type Proposal, proposedRules } from '../proposals/schema.ts'

/** What the rules shall become with this version of the proposal; null when it is about something else. */
export async function rulesProposedBy(
  db: Database,
  { id, version }: Pick<Proposal, 'id' | 'version'>,
): Promise<ProposedRuleSet | null> {
  const [stored] = await db
    .select({ rules: proposedRules.rules, legalBasis: proposedRules.legalBasis })
    .from(proposedRules)
    .where(and(eq(proposedRules.proposalId, id), eq(proposedRules.version, version)))
  return stored ? { ...stored, rules: readRules(stored.rules) } : null
}

/** Old and new side by side. */
export interface RuleProposal {
  older: ProposedRuleSet
  newer: ProposedRuleSet
}

/** Compared with the rules by which it was asked; before anybody is asked, with those that hold now. */
export async function ruleProposalOf(
  db: Database,
  { proposal, rounds: [latest] }: Matter,
): Promise<RuleProposal | null> {
  const newer = await rulesProposedBy(db, proposal)
  if (!newer) return null
  if (latest) return { older: { rules: readRules(latest.round.rules), legalBasis: latest.round.legalBasis }, newer }
  return { older: await currentRules(db, proposal.groupId), newer }
}

/** Proposals about the rules that nothing has become of yet. */
export async function openRuleProposals(db: Database, groupId: string): Promise<Proposal[]> {
  const open = await openProposals(db, groupId)
  const about = await Promise.all(open.map(({ proposal }) => rulesProposedBy(db, proposal)))
  return open.flatMap((matter, place) => (about[place] && hasNoEnd(matter) ? [matter.proposal] : []))
}

const hasNoEnd = (matter: Matter) => isMovable(matter) || matter.rounds[0]?.decision === null
