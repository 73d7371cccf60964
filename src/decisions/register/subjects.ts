import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type GuidingIdea, guidingIdeas } from '../../groups/schema.ts'
import { decisionIdeas, decisionTopics } from './schema.ts'

/** Words and guiding ideas by which a decision is found. */
export interface Subjects {
  topics: string[]
  ideas: Pick<GuidingIdea, 'code' | 'title'>[]
}

export async function subjectsOf(db: Database, decisionId: string): Promise<Subjects> {
  const topics = await db
    .select({ topic: decisionTopics.topic })
    .from(decisionTopics)
    .where(eq(decisionTopics.decisionId, decisionId))
    .orderBy(asc(decisionTopics.topic))
  const ideas = await db
    .select({ code: guidingIdeas.code, title: guidingIdeas.title })
    .from(guidingIdeas)
    .innerJoin(decisionIdeas, eq(decisionIdeas.ideaId, guidingIdeas.id))
    .where(eq(decisionIdeas.decisionId, decisionId))
    .orderBy(asc(guidingIdeas.position))
  return { topics: topics.map(({ topic }) => topic), ideas }
}
