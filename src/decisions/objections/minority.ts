import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { ballots, type Choice, countedBallots } from '../ballots/schema.ts'
import { append, holdRegister } from '../chain/appending.ts'
import { finalOutcomes } from '../outcomes.ts'
import { decisions } from '../register/schema.ts'
import { counts, type Round, rounds } from '../rounds/schema.ts'
import { type MinorityStatement, minorityStatements, objections } from './schema.ts'

export interface StatementEntry extends MinorityStatement {
  author: string
}

/** The texts of those who differ, in the order in which they came. */
export async function minorityStatementsOf(db: Database, roundId: string): Promise<StatementEntry[]> {
  const found = await db
    .select({ statement: minorityStatements, author: people.name })
    .from(minorityStatements)
    .innerJoin(people, eq(people.id, minorityStatements.authorId))
    .where(eq(minorityStatements.roundId, roundId))
    .orderBy(asc(minorityStatements.createdAt))
  return found.map(({ statement, author }) => ({ ...statement, author }))
}

/** Whether this person may still say in a text of their own that they differ, and if so why. */
export interface Differing {
  /** What they answered that counted; null when nothing did. */
  choice: Choice | null
  /** Had raised an objection on the way. */
  hasObjected: boolean
  outcome: string
  /** By the clock of the database: the count is a fortnight ago. */
  isTooLate: boolean
  hasWritten: boolean
}

/** For their own seat before those of others. */
async function countedChoice(db: Database, roundId: string, personId: string): Promise<Choice | null> {
  const [found] = await db
    .select({ choice: ballots.choice })
    .from(countedBallots)
    .innerJoin(ballots, eq(ballots.id, countedBallots.ballotId))
    .where(and(eq(countedBallots.roundId, roundId), eq(ballots.castById, personId)))
    .orderBy(asc(ballots.rank))
  return found?.choice ?? null
}

/** How far this person differs from what a round has decided; null when it has decided nothing. */
export async function differingOf(
  db: Database,
  { id, proposalId }: Pick<Round, 'id' | 'proposalId'>,
  personId: string,
): Promise<Differing | null> {
  const [count] = await db
    .select({ outcome: counts.outcome, isTooLate: sql<boolean>`${counts.createdAt} < now() - interval '14 days'` })
    .from(counts)
    .where(and(eq(counts.roundId, id), inArray(counts.outcome, finalOutcomes)))
  if (!count) return null
  const before = db.select({ id: rounds.id }).from(rounds).where(eq(rounds.proposalId, proposalId))
  const objected = and(inArray(objections.roundId, before), eq(objections.ownerId, personId))
  const written = and(eq(minorityStatements.roundId, id), eq(minorityStatements.authorId, personId))
  return {
    ...count,
    choice: await countedChoice(db, id, personId),
    hasObjected: (await db.$count(objections, objected)) > 0,
    hasWritten: (await db.$count(minorityStatements, written)) > 0,
  }
}

/** When the decision stands already, the register says that this came later; otherwise it comes in with the decision. */
async function enter(tx: Database, { id, roundId }: MinorityStatement): Promise<void> {
  await holdRegister(tx)
  const isDecided = (await tx.$count(decisions, eq(decisions.roundId, roundId))) > 0
  if (isDecided) await append(tx, [{ kind: 'statement', id }])
}

/** One text per person; it stays as it was written. */
export async function stateMinority(
  tx: Database,
  record: RecordEvent,
  round: Round,
  { authorId, statement, travels }: { authorId: string; statement: string; travels: boolean },
): Promise<void> {
  const [added] = await tx
    .insert(minorityStatements)
    .values({ roundId: round.id, authorId, statement, travels })
    .onConflictDoNothing()
    .returning()
  if (!added) return
  const { groupId, id: subjectId, title } = round
  await record({ kind: 'round.differed', groupId, actorId: authorId, subjectId, facts: { title } })
  await enter(tx, added)
}
