import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import { people } from '../../identity/schema.ts'
import { noteColumns, type SnapshotNote } from '../papers.ts'
import { type RoundEntry, roundEntries } from '../rounds/entries.ts'
import { rounds } from '../rounds/schema.ts'
import { type Proposal, proposals, proposalWithdrawals } from './schema.ts'

/** A proposal with all that happened to it: what a page shows and the policy asks. */
export interface Matter {
  proposal: Proposal
  author: string
  snapshot: SnapshotNote | null
  withdrawal: typeof proposalWithdrawals.$inferSelect | null
  /** The latest on top. */
  rounds: RoundEntry[]
}

const proposalRows = (db: Database) =>
  db
    .select({ proposal: proposals, author: people.name, snapshot: noteColumns, withdrawal: proposalWithdrawals })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.authorId))
    .leftJoin(snapshots, eq(snapshots.id, proposals.snapshotId))
    .leftJoin(proposalWithdrawals, eq(proposalWithdrawals.proposalId, proposals.id))
    .$dynamic()

type ProposalRow = Awaited<ReturnType<typeof proposalRows>>[number]

async function withRounds(db: Database, rows: ProposalRow[]): Promise<Matter[]> {
  const ids = rows.map(({ proposal }) => proposal.id)
  const entries = await roundEntries(db, inArray(rounds.proposalId, ids), desc(rounds.number))
  return rows.map((row) => ({ ...row, rounds: entries.filter(({ round }) => round.proposalId === row.proposal.id) }))
}

export async function findMatter(db: Database, groupId: string, id: string): Promise<Matter | null> {
  const rows = await proposalRows(db).where(and(eq(proposals.groupId, groupId), eq(proposals.id, id)))
  const [matter] = await withRounds(db, rows)
  return matter ?? null
}

/** Everything that is neither withdrawn nor decided, the oldest first. */
export async function openProposals(db: Database, groupId: string): Promise<Matter[]> {
  const rows = await proposalRows(db)
    .where(and(eq(proposals.groupId, groupId), isNull(proposalWithdrawals.proposalId)))
    .orderBy(asc(proposals.createdAt))
  const matters = await withRounds(db, rows)
  return matters.filter(({ rounds: [latest] }) => !latest?.decision)
}
