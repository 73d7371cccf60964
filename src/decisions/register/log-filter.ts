import { and, eq, exists, ilike, inArray, isNotNull, lte, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groups, guidingIdeas } from '../../groups/schema.ts'
import { taskEndings, tasks } from '../../tasks/schema.ts'
import { type Decision, decisionIdeas, decisions, decisionTopics } from './schema.ts'
import { type Standing, standing } from './standing.ts'

/** How far what was decided has been carried out. */
export const progresses = ['open', 'late', 'done', 'none'] as const

export type Progress = (typeof progresses)[number]

/** Every choice narrows what the others have left. */
export interface LogFilter {
  /** Words, or a number, the beginning of one or what it ends with. */
  words?: string
  /** Its slug. */
  group?: string
  year?: number
  topic?: string
  /** Code of a guiding idea, as in L3. */
  idea?: string
  outcome?: Decision['outcome']
  method?: Decision['method']
  standing?: Standing
  /** To be looked at again within a month, or since. */
  review?: 'due'
  progress?: Progress
}

const today = sql`(now() at time zone 'Europe/Berlin')::date`

/** The same expression as that of the index. */
const searched = sql`to_tsvector('german', ${decisions.title} || ' ' || ${decisions.summary} || ' ' || ${decisions.wording} || ' ' || ${decisions.rationale})`

const cited = sql`${groups.prefix} || '-' || ${decisions.year} || '-' || lpad(${decisions.number}::text, greatest(3, length(${decisions.number}::text)), '0')`

const literally = (words: string) => words.replace(/[\\%_]/g, String.raw`\$&`)

const hasTopic = (db: Database, which: SQL | undefined) =>
  exists(
    db
      .select({ topic: decisionTopics.topic })
      .from(decisionTopics)
      .where(and(eq(decisionTopics.decisionId, decisions.id), which)),
  )

/** German grammar finds "Dörfer" by "Dorf"; parts of compounds and of numbers are found as they are written. */
function saying(db: Database, words: string): SQL | undefined {
  const written = literally(words)
  const part = `%${written}%`
  return or(
    sql`${searched} @@ websearch_to_tsquery('german', ${words})`,
    ilike(decisions.title, part),
    ilike(decisions.summary, part),
    ilike(decisions.wording, part),
    ilike(cited, `${written}%`),
    ilike(cited, `%-${written}`),
    hasTopic(db, ilike(decisionTopics.topic, part)),
  )
}

const withIdea = (db: Database, code: string) =>
  exists(
    db
      .select({ id: decisionIdeas.ideaId })
      .from(decisionIdeas)
      .innerJoin(guidingIdeas, eq(guidingIdeas.id, decisionIdeas.ideaId))
      .where(and(eq(decisionIdeas.decisionId, decisions.id), eq(guidingIdeas.code, code))),
  )

const tasksBehind = (db: Database, which?: SQL) =>
  db
    .select({ id: tasks.id })
    .from(tasks)
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .where(and(eq(tasks.originId, decisions.id), which))

const unfinished = sql`${taskEndings.taskId} is null`

function carriedOut(db: Database, progress: Progress): SQL | undefined {
  const isOpen = exists(tasksBehind(db, unfinished))
  switch (progress) {
    case 'open':
      return isOpen
    case 'late':
      return exists(tasksBehind(db, sql`${unfinished} and ${tasks.dueOn} < ${today}`))
    case 'done':
      return and(exists(tasksBehind(db)), sql`not ${isOpen}`)
    case 'none':
      return and(eq(decisions.outcome, 'adopted'), notExists(tasksBehind(db)))
  }
}

const isDue = and(
  isNotNull(decisions.reviewOn),
  lte(decisions.reviewOn, sql`${today} + 30`),
  inArray(standing, ['in_force', 'not_yet', 'in_doubt']),
)

/** For queries over `decisions` with `groups`. */
export const matching = (db: Database, filter: LogFilter): SQL | undefined =>
  and(
    filter.words === undefined ? undefined : saying(db, filter.words),
    filter.group === undefined ? undefined : eq(groups.slug, filter.group),
    filter.year === undefined ? undefined : eq(decisions.year, filter.year),
    filter.topic === undefined ? undefined : hasTopic(db, eq(decisionTopics.topic, filter.topic)),
    filter.idea === undefined ? undefined : withIdea(db, filter.idea),
    filter.outcome === undefined ? undefined : eq(decisions.outcome, filter.outcome),
    filter.method === undefined ? undefined : eq(decisions.method, filter.method),
    filter.standing === undefined ? undefined : eq(standing, filter.standing),
    filter.review === undefined ? undefined : isDue,
    filter.progress === undefined ? undefined : carriedOut(db, filter.progress),
  )
