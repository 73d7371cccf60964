import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type GuidingIdea, guidingIdeas } from '../groups/schema.ts'

export interface IdeaInBrief {
  code: string
  title: string
  /** Decisions that were assigned to it. */
  decisions: number
}

/** All ideas, with how much was decided about each. */
export const ideasInBrief = (db: Database): Promise<IdeaInBrief[]> =>
  db
    .select({
      ...{ code: guidingIdeas.code, title: guidingIdeas.title },
      decisions: sql<number>`(select count(*)::int from decision_ideas l where l.idea_id = ${guidingIdeas.id})`,
    })
    .from(guidingIdeas)
    .orderBy(asc(guidingIdeas.position), asc(guidingIdeas.code))

export async function ideaByCode(db: Database, code: string): Promise<GuidingIdea | null> {
  const [idea] = await db.select().from(guidingIdeas).where(eq(guidingIdeas.code, code))
  return idea ?? null
}

const idsOf = (ids: string[]) => sql`${`{${ids.join(',')}}`}::uuid[]`

/** Words of decisions, and of what the reader's own groups have: what others call their drafts is closed. */
const topicsFor = (inside: string[]) => sql`
  select topic from decision_topics
  union all select l.topic from topic_links l
    left join documents d on d.id = l.document_id left join tasks t on t.id = l.task_id
    left join referrals r on r.id = l.referral_id
    where coalesce(d.group_id, t.group_id, r.from_id) = any(${idsOf(inside)})
  union all select p.topic from proposal_topics p join proposals o on o.id = p.proposal_id
    where o.group_id = any(${idsOf(inside)})`

type TopicRow = Record<string, unknown> & { topic: string; things: number }

/** The most frequent words, most of them first. */
export const topicsInBrief = async (db: Database, inside: string[], limit = 80): Promise<TopicRow[]> => [
  ...(await db.execute<TopicRow>(sql`
    select topic, count(*)::int as things from (${topicsFor(inside)}) known
    group by topic order by count(*) desc, topic limit ${limit}`)),
]

/** Whether this reader may know that there is such a word. */
export const isTopic = async (db: Database, inside: string[], topic: string): Promise<boolean> =>
  (await db.execute(sql`select from (${topicsFor(inside)}) known where topic = ${topic} limit 1`)).length > 0
