import { desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { type Group, type GuidingIdea, groups, guidingIdeas } from '../../groups/schema.ts'
import { decisionIdeas, decisions, decisionTopics } from './schema.ts'

export interface LogChoices {
  groups: Pick<Group, 'slug' | 'name'>[]
  years: number[]
  topics: string[]
  ideas: Pick<GuidingIdea, 'code' | 'title'>[]
}

/** A list that nobody reads to its end; the words of the search find the rest. */
const mostTopics = 200

const deciding = (db: Database) =>
  db
    .select({ slug: groups.slug, name: groups.name, year: decisions.year })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .groupBy(groups.slug, groups.name, decisions.year)
    .orderBy(byName(groups.name), desc(decisions.year))

const topics = (db: Database) =>
  db
    .selectDistinct({ topic: decisionTopics.topic })
    .from(decisionTopics)
    .orderBy(decisionTopics.topic)
    .limit(mostTopics)

const ideas = (db: Database) =>
  db
    .selectDistinct({ code: guidingIdeas.code, title: guidingIdeas.title, position: guidingIdeas.position })
    .from(guidingIdeas)
    .innerJoin(decisionIdeas, eq(decisionIdeas.ideaId, guidingIdeas.id))
    .orderBy(guidingIdeas.position)

/** What the register can be filtered by: only what some decision has. */
export async function logChoices(db: Database): Promise<LogChoices> {
  const [found, allTopics, allIdeas] = await Promise.all([deciding(db), topics(db), ideas(db)])
  return {
    groups: [...new Map(found.map(({ slug, name }) => [slug, { slug, name }])).values()],
    years: [...new Set(found.map(({ year }) => year))].sort((a, b) => b - a),
    topics: allTopics.map(({ topic }) => topic),
    ideas: allIdeas.map(({ code, title }) => ({ code, title })),
  }
}
