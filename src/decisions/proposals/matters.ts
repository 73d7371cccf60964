import { and, asc, desc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import { people } from '../../identity/schema.ts'
import { noteColumns, type SnapshotNote } from '../papers.ts'
import { type RoundEntry, roundEntries } from '../rounds/entries.ts'
import { type FollowUp, followUps, rounds } from '../rounds/schema.ts'
import {
  type Proposal,
  proposalDeliberations,
  proposalLapses,
  proposalPresentations,
  proposals,
  proposalWithdrawals,
} from './schema.ts'

type FollowedUp = Pick<FollowUp, 'roundId' | 'kind'>

/** A proposal with all that happened to it: what a page shows and the policy asks. */
export interface Matter {
  proposal: Proposal
  author: string
  snapshot: SnapshotNote | null
  withdrawal: typeof proposalWithdrawals.$inferSelect | null
  lapse: typeof proposalLapses.$inferSelect | null
  /** Shown to the group, for questions of understanding. */
  presentation: typeof proposalPresentations.$inferSelect | null
  /** Everybody says what they think of it. */
  deliberation: typeof proposalDeliberations.$inferSelect | null
  /** Rounds after which it was agreed to go on elsewhere: with a small group, later, or in the circle. */
  followedUp: FollowedUp[]
  /** The latest on top. */
  rounds: RoundEntry[]
}

const proposalRows = (db: Database) =>
  db
    .select({
      proposal: proposals,
      author: people.name,
      snapshot: noteColumns,
      withdrawal: proposalWithdrawals,
      lapse: proposalLapses,
      presentation: proposalPresentations,
      deliberation: proposalDeliberations,
    })
    .from(proposals)
    .innerJoin(people, eq(people.id, proposals.authorId))
    .leftJoin(snapshots, eq(snapshots.id, proposals.snapshotId))
    .leftJoin(proposalWithdrawals, eq(proposalWithdrawals.proposalId, proposals.id))
    .leftJoin(proposalLapses, eq(proposalLapses.proposalId, proposals.id))
    .leftJoin(proposalPresentations, eq(proposalPresentations.proposalId, proposals.id))
    .leftJoin(proposalDeliberations, eq(proposalDeliberations.proposalId, proposals.id))
    .$dynamic()

type ProposalRow = Awaited<ReturnType<typeof proposalRows>>[number]

const elsewhere = ['small_group', 'postponed', 'next_meeting', 'circle'] as const

/** Proposal → its rounds after which it went on elsewhere. */
export async function followedUpIn(db: Database, ids: string[]): Promise<Map<string, FollowedUp[]>> {
  const found = await db
    .select({ roundId: followUps.roundId, kind: followUps.kind, proposalId: rounds.proposalId })
    .from(followUps)
    .innerJoin(rounds, eq(rounds.id, followUps.roundId))
    .where(and(inArray(rounds.proposalId, ids), inArray(followUps.kind, elsewhere)))
  return Map.groupBy(found, ({ proposalId }) => proposalId)
}

async function withRounds(db: Database, rows: ProposalRow[]): Promise<Matter[]> {
  const ids = rows.map(({ proposal }) => proposal.id)
  const entries = await roundEntries(db, inArray(rounds.proposalId, ids), desc(rounds.number))
  const of = Map.groupBy(entries, ({ round }) => round.proposalId)
  const followed = await followedUpIn(db, ids)
  return rows.map((row) => ({
    ...row,
    rounds: of.get(row.proposal.id) ?? [],
    followedUp: followed.get(row.proposal.id) ?? [],
  }))
}

export async function findMatter(db: Database, groupId: string, id: string): Promise<Matter | null> {
  const rows = await proposalRows(db).where(and(eq(proposals.groupId, groupId), eq(proposals.id, id)))
  const [matter] = await withRounds(db, rows)
  return matter ?? null
}

/** Everything that is neither withdrawn nor lapsed nor decided, the oldest first. */
export async function openProposals(db: Database, groupId: string): Promise<Matter[]> {
  const rows = await proposalRows(db)
    .where(
      and(eq(proposals.groupId, groupId), isNull(proposalWithdrawals.proposalId), isNull(proposalLapses.proposalId)),
    )
    .orderBy(asc(proposals.createdAt))
  const matters = await withRounds(db, rows)
  return matters.filter(({ rounds: [latest] }) => !latest?.decision)
}
