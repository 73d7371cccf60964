import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import { people } from '../../identity/schema.ts'
import { noteColumns, type SnapshotNote } from '../papers.ts'
import { supersededBy } from './around.ts'
import type { ProposalDraft } from './draft.ts'
import { keepOptions, optionsIn, type ProposedOption, storedOptions } from './options.ts'
import { type Proposal, type ProposalVersion, proposalVersions, proposedRules, type Terms } from './schema.ts'

/** One wording of a proposal, with who wrote it. */
export interface VersionEntry extends ProposalVersion {
  author: string
  snapshot: SnapshotNote | null
  options: ProposedOption[]
}

async function termsOf(tx: Database, proposal: Proposal): Promise<Terms> {
  const { scope, legalEntity, inForceFrom, inForceUntil, reviewOn, editorialMandate } = proposal
  const supersedes = (await supersededBy(tx, proposal.id)).map(({ cited, kind }) => ({ cited, kind }))
  return { scope, legalEntity, inForceFrom, inForceUntil, reviewOn, editorialMandate, supersedes }
}

async function keepRules(tx: Database, { id: proposalId, version }: Proposal, { rules }: ProposalDraft): Promise<void> {
  const [before] = await tx
    .select({ rules: proposedRules.rules, legalBasis: proposedRules.legalBasis, base: proposedRules.base })
    .from(proposedRules)
    .where(and(eq(proposedRules.proposalId, proposalId), eq(proposedRules.version, version - 1)))
  const kept = rules ?? before
  if (kept) await tx.insert(proposedRules).values({ proposalId, version, ...kept })
}

/** So that every wording that was ever answered to can be read and compared. */
export async function keepVersion(
  tx: Database,
  proposal: Proposal,
  draft: ProposalDraft,
  authorId: string,
): Promise<void> {
  const { id: proposalId, version, title, wording, rationale, snapshotId } = proposal
  const words = { title, wording, rationale, snapshotId, terms: await termsOf(tx, proposal) }
  await tx.insert(proposalVersions).values({ proposalId, version, ...words, authorId })
  await keepOptions(tx, proposal, optionsIn(draft))
  await keepRules(tx, proposal, draft)
}

/** Every wording that it has had, the first one on top. */
export async function versionsOf(db: Database, proposalId: string): Promise<VersionEntry[]> {
  const found = await db
    .select({ version: proposalVersions, author: people.name, snapshot: noteColumns })
    .from(proposalVersions)
    .innerJoin(people, eq(people.id, proposalVersions.authorId))
    .leftJoin(snapshots, eq(snapshots.id, proposalVersions.snapshotId))
    .where(eq(proposalVersions.proposalId, proposalId))
    .orderBy(asc(proposalVersions.version))
  return Promise.all(
    found.map(async ({ version, ...rest }) => ({
      ...version,
      ...rest,
      options: await storedOptions(db, { id: proposalId, version: version.version }),
    })),
  )
}
