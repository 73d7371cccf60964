import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type GuidingIdea, guidingIdeas } from '../../groups/schema.ts'
import { decisionIdeas, decisionTopics } from './schema.ts'

/** Words and guiding ideas by which a decision is found. */
export interface Subjects {
  topics: string[]
  ideas: Pick<GuidingIdea, 'code' | 'title'>[]
}

/** Decision id → its words and ideas. */
export async function subjectsOf(db: Database, decisionIds: string[]): Promise<Map<string, Subjects>> {
  const topics = await db
    .select({ id: decisionTopics.decisionId, topic: decisionTopics.topic })
    .from(decisionTopics)
    .where(inArray(decisionTopics.decisionId, decisionIds))
    .orderBy(asc(decisionTopics.topic))
  const ideas = await db
    .select({ id: decisionIdeas.decisionId, code: guidingIdeas.code, title: guidingIdeas.title })
    .from(decisionIdeas)
    .innerJoin(guidingIdeas, eq(guidingIdeas.id, decisionIdeas.ideaId))
    .where(inArray(decisionIdeas.decisionId, decisionIds))
    .orderBy(asc(guidingIdeas.position))
  const of = (decisionId: string): Subjects => ({
    topics: topics.flatMap(({ id, topic }) => (id === decisionId ? topic : [])),
    ideas: ideas.flatMap(({ id, code, title }) => (id === decisionId ? { code, title } : [])),
  })
  return new Map(decisionIds.map((id) => [id, of(id)]))
}
