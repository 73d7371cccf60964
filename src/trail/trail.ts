import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { citation } from '../decisions/register/citation.ts'
import type { Fate, FateOf } from '../decisions/register/fate.ts'
import { decisionIdeas, decisions, decisionTopics } from '../decisions/register/schema.ts'
import { type Standing, standing } from '../decisions/register/standing.ts'
import { type DocumentStage, documents, snapshots } from '../documents/schema.ts'
import { groups } from '../groups/schema.ts'
import { taskEndings, tasks } from '../tasks/schema.ts'
import { ideaLinks, topicLinks } from './schema.ts'

/** A guiding idea or a word: what a trail begins with. */
export type Subject = { ideaId: string; code: string } | { topic: string }

export type Named = { slug: string; name: string }

/** A task that came of a decision, as far as the reader belongs to its group. */
export interface TrailTask {
  id: string
  title: string
  ending: 'done' | 'dropped' | null
  /** What came of it, in one line. */
  result: string
}

/** Idea → position → decision → tasks → result, read along one decision. */
export interface Strand {
  id: string
  cited: string
  title: string
  group: Named
  isInside: boolean
  standing: Standing
  decidedOn: string
  /** The text that was decided on; another group's, where the circle has decided on what was sent. */
  text: { id: string; title: string; stage: DocumentStage; slug: string; isInside: boolean } | null
  tasks: { all: number; done: number; own: TrailTask[] }
  /** What became of it in the circle. */
  fate: Fate | null
}

/** Texts that were assigned to it, and comparisons with a row about it. Ids first: each way has an index of its own. */
const textIds = (subject: Subject): SQL =>
  'topic' in subject
    ? sql`select ${topicLinks.documentId} from ${topicLinks} where ${topicLinks.topic} = ${subject.topic}`
    : sql`select ${ideaLinks.documentId} from ${ideaLinks} where ${ideaLinks.ideaId} = ${subject.ideaId}
        union all select d.id from documents d where d.row_ideas @> array[${subject.code}]::text[]`

export const textsAbout = (subject: Subject): SQL => sql`${documents.id} in (${textIds(subject)})`

/** Decisions that were assigned to it, and those about such a text. */
function decisionsAbout(subject: Subject): SQL | undefined {
  const own =
    'topic' in subject
      ? sql`select ${decisionTopics.decisionId} from ${decisionTopics} where ${decisionTopics.topic} = ${subject.topic}`
      : sql`select ${decisionIdeas.decisionId} from ${decisionIdeas} where ${decisionIdeas.ideaId} = ${subject.ideaId}`
  const about = sql`${own} union all select d.id from decisions d join snapshots s on s.id = d.snapshot_id
    where s.document_id in (${textIds(subject)})`
  return and(sql`${decisions.id} in (${about})`, eq(decisions.outcome, 'adopted'))
}

const tasksBehind = sql`from ${tasks} where ${tasks.originId} = ${decisions.id} and ${tasks.origin} = 'decision'`

const rows = (db: Database, subject: Subject, limit: number) =>
  db
    .select({
      decision: decisions,
      prefix: groups.prefix,
      group: { slug: groups.slug, name: groups.name },
      standing,
      // As it was called when it was decided on: what a draft is called now is the group's own affair.
      text: { id: documents.id, title: snapshots.title, stage: documents.stage, groupId: documents.groupId },
      slug: sql<string>`(select g.slug from groups g where g.id = ${documents.groupId})`,
      all: sql<number>`(select count(*)::int ${tasksBehind})`,
      done: sql<number>`(select count(*)::int ${tasksBehind}
        and exists (select from ${taskEndings} e where e.task_id = ${tasks.id}))`,
    })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .leftJoin(snapshots, eq(snapshots.id, decisions.snapshotId))
    .leftJoin(documents, eq(documents.id, snapshots.documentId))
    .where(decisionsAbout(subject))
    .orderBy(desc(decisions.decidedOn), desc(decisions.createdAt))
    .limit(limit)

/** With title and result only where the reader belongs to the group. */
const ownTasks = (db: Database, decisionIds: string[], inside: string[]) =>
  db
    .select({ task: tasks, ending: taskEndings.kind, words: taskEndings.words })
    .from(tasks)
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .where(and(inArray(tasks.originId, decisionIds), eq(tasks.origin, 'decision'), inArray(tasks.groupId, inside)))
    .orderBy(tasks.createdAt)
    .limit(500)

type Row = Awaited<ReturnType<typeof rows>>[number]

const textIn = (text: Row['text'], slug: string, inside: string[]): Strand['text'] =>
  text?.id && text.title && text.stage
    ? { id: text.id, title: text.title, stage: text.stage, slug, isInside: inside.includes(text.groupId ?? '') }
    : null

/** The decisions about it with what lies before and behind each, the latest on top. */
export async function strandsOf(
  db: Database,
  subject: Subject,
  { inside, fateOf, limit }: { inside: string[]; fateOf: FateOf; limit: number },
): Promise<Strand[]> {
  const found = await rows(db, subject, limit)
  const ids = found.map(({ decision }) => decision.id)
  if (ids.length === 0) return []
  const [own, fates] = await Promise.all([ownTasks(db, ids, inside), fateOf(db, ids)])
  return found.map(({ decision, prefix, group, text, slug, all, done, ...row }) => ({
    ...{ id: decision.id, title: decision.title, decidedOn: decision.decidedOn, group, standing: row.standing },
    cited: citation(prefix, decision.year, decision.number),
    isInside: inside.includes(decision.groupId),
    text: textIn(text, slug, inside),
    tasks: {
      ...{ all, done },
      own: own
        .filter(({ task }) => task.originId === decision.id)
        .map(({ task: { id, title }, ending, words }) => ({ id, title, ending, result: words ?? '' })),
    },
    fate: fates.get(decision.id) ?? null,
  }))
}
