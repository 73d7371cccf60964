import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { OptionDraft, ProposalDraft } from './draft.ts'
import { type Proposal, proposalOptions } from './schema.ts'

/** A possibility as it is rated: what it is called, and the sentence that would be in force. */
export interface ProposedOption extends OptionDraft {
  isPassive: boolean
}

/** "Nothing changes": rated like the others, so that one sees whether anything is better than that. */
export const usualPassive = 'Es bleibt, wie es ist.'

const passiveOption = (words: string): ProposedOption => ({ title: words, wording: words, isPassive: true })

/** As they are stored: none at all where the proposal is the only possibility. */
export const optionsIn = ({ options = [], passive }: ProposalDraft): ProposedOption[] =>
  options.length === 0
    ? []
    : [...options.map((option) => ({ ...option, isPassive: false })), passiveOption(passive || usualPassive)]

export const storedOptions = (
  tx: Database,
  { id, version }: Pick<Proposal, 'id' | 'version'>,
): Promise<ProposedOption[]> =>
  tx
    .select({ title: proposalOptions.title, wording: proposalOptions.wording, isPassive: proposalOptions.isPassive })
    .from(proposalOptions)
    .where(and(eq(proposalOptions.proposalId, id), eq(proposalOptions.version, version)))
    .orderBy(asc(proposalOptions.position))

/** What is rated when this proposal is: changing nothing is always among it, at the end (`DOMAIN.md 4.7`). */
export async function optionsOf(
  tx: Database,
  proposal: Pick<Proposal, 'id' | 'version' | 'title' | 'wording'>,
): Promise<ProposedOption[]> {
  const stored = await storedOptions(tx, proposal)
  if (stored.length > 0) return stored
  const { title, wording } = proposal
  return [{ title, wording, isPassive: false }, passiveOption(usualPassive)]
}

export async function keepOptions(
  tx: Database,
  { id: proposalId, version }: Pick<Proposal, 'id' | 'version'>,
  options: ProposedOption[],
): Promise<void> {
  const rows = options.map((option, place) => ({ proposalId, version, position: place + 1, ...option }))
  if (rows.length > 0) await tx.insert(proposalOptions).values(rows)
}
