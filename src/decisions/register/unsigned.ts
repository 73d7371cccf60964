import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { citation } from './citation.ts'
import { type DecisionNote, decisionNotes, decisions } from './schema.ts'

/** What was proposed about a decision and waits for its second person. */
export interface UnsignedNote {
  note: DecisionNote
  groupId: string
  cited: string
  title: string
  proposer: string
}

/** Of these groups, the oldest first. */
export async function unsignedNotes(db: Database, groupIds: string[]): Promise<UnsignedNote[]> {
  if (groupIds.length === 0) return []
  const found = await db
    .select({ note: decisionNotes, decision: decisions, prefix: groups.prefix, proposer: people.name })
    .from(decisionNotes)
    .innerJoin(decisions, eq(decisions.id, decisionNotes.decisionId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .innerJoin(people, eq(people.id, decisionNotes.firstPersonId))
    .where(and(inArray(decisions.groupId, groupIds), isNull(decisionNotes.signedAt), isNull(decisionNotes.discardedAt)))
    .orderBy(asc(decisionNotes.createdAt))
  return found.map(({ note, decision: { groupId, title, year, number }, prefix, proposer }) => ({
    ...{ note, groupId, title, proposer },
    cited: citation(prefix, year, number),
  }))
}
