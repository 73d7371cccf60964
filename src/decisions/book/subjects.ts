import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { guidingIdeas } from '../../groups/schema.ts'
import type { DecisionEntry } from '../register/log.ts'
import { decisionIdeas, decisionTopics } from '../register/schema.ts'

/** Under which word or idea which decisions are found. */
export interface BookSubject {
  subject: string
  numbers: string[]
}

type Listed = Pick<DecisionEntry, 'id' | 'cited'>

function gathered(found: { subject: string; decisionId: string }[], decisions: Listed[]): BookSubject[] {
  const cited = new Map(decisions.map(({ id, cited }) => [id, cited]))
  const of = Map.groupBy(found, ({ subject }) => subject)
  return [...of].map(([subject, rows]) => ({
    subject,
    numbers: rows.flatMap(({ decisionId }) => cited.get(decisionId) ?? []).sort(),
  }))
}

export async function topicsOf(db: Database, decisions: Listed[]): Promise<BookSubject[]> {
  const ids = decisions.map(({ id }) => id)
  const found = await db
    .select({ subject: decisionTopics.topic, decisionId: decisionTopics.decisionId })
    .from(decisionTopics)
    .where(inArray(decisionTopics.decisionId, ids))
    .orderBy(asc(decisionTopics.topic))
  return gathered(found, decisions)
}

export async function ideasBehind(db: Database, decisions: Listed[]): Promise<BookSubject[]> {
  const ids = decisions.map(({ id }) => id)
  const found = await db
    .select({ code: guidingIdeas.code, title: guidingIdeas.title, decisionId: decisionIdeas.decisionId })
    .from(decisionIdeas)
    .innerJoin(guidingIdeas, eq(guidingIdeas.id, decisionIdeas.ideaId))
    .where(inArray(decisionIdeas.decisionId, ids))
    .orderBy(asc(guidingIdeas.position))
  return gathered(
    found.map(({ code, title, decisionId }) => ({ subject: `${code} ${title}`, decisionId })),
    decisions,
  )
}
