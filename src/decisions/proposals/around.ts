import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groups, guidingIdeas } from '../../groups/schema.ts'
import { citation } from '../register/citation.ts'
import { decisions, proposedSupersessions } from '../register/schema.ts'
import type { Marks, Supersession } from './draft.ts'
import { proposalIdeas, proposals, proposalTopics } from './schema.ts'

/** An earlier decision that loses its force with the proposal. */
export interface Superseded extends Supersession {
  cited: string
  title: string
}

/** What stands around the words of a proposal. */
export interface Around {
  topics: string[]
  ideas: { id: string; code: string; title: string }[]
  supersedes: Superseded[]
}

export const topicsOf = async (db: Database, proposalId: string): Promise<string[]> =>
  (
    await db
      .select()
      .from(proposalTopics)
      .where(eq(proposalTopics.proposalId, proposalId))
      .orderBy(asc(proposalTopics.topic))
  ).map(({ topic }) => topic)

const ideasIn = (db: Database, proposalId: string) =>
  db
    .select({ id: guidingIdeas.id, code: guidingIdeas.code, title: guidingIdeas.title })
    .from(proposalIdeas)
    .innerJoin(guidingIdeas, eq(guidingIdeas.id, proposalIdeas.ideaId))
    .where(eq(proposalIdeas.proposalId, proposalId))
    .orderBy(asc(guidingIdeas.position))

export async function supersededBy(db: Database, proposalId: string): Promise<Superseded[]> {
  const found = await db
    .select({ decision: decisions, prefix: groups.prefix, kind: proposedSupersessions.kind })
    .from(proposedSupersessions)
    .innerJoin(decisions, eq(decisions.id, proposedSupersessions.decisionId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(eq(proposedSupersessions.proposalId, proposalId))
    .orderBy(asc(decisions.year), asc(decisions.number))
  return found.map(({ decision: { id, year, number, title }, prefix, kind }) => ({
    ...{ decisionId: id, kind, title },
    cited: citation(prefix, year, number),
  }))
}

export const aroundOf = async (db: Database, proposalId: string): Promise<Around> => ({
  topics: await topicsOf(db, proposalId),
  ideas: await ideasIn(db, proposalId),
  supersedes: await supersededBy(db, proposalId),
})

export async function keepMarks(tx: Database, proposalId: string, { summary, topics, ideaIds }: Marks): Promise<void> {
  await tx.update(proposals).set({ summary }).where(eq(proposals.id, proposalId))
  await tx.delete(proposalTopics).where(eq(proposalTopics.proposalId, proposalId))
  await tx.delete(proposalIdeas).where(eq(proposalIdeas.proposalId, proposalId))
  if (topics.length > 0) await tx.insert(proposalTopics).values(topics.map((topic) => ({ proposalId, topic })))
  if (ideaIds.length > 0) await tx.insert(proposalIdeas).values(ideaIds.map((ideaId) => ({ proposalId, ideaId })))
}

export async function keepSupersessions(tx: Database, proposalId: string, supersedes: Supersession[]): Promise<void> {
  await tx.delete(proposedSupersessions).where(eq(proposedSupersessions.proposalId, proposalId))
  const rows = supersedes.map((one) => ({ proposalId, ...one }))
  if (rows.length > 0) await tx.insert(proposedSupersessions).values(rows).onConflictDoNothing()
}
