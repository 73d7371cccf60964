import { and, desc, eq, inArray, isNull, notExists, notInArray, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import {
  proposalIdeas,
  proposalLapses,
  proposals,
  proposalTopics,
  proposalWithdrawals,
} from '../decisions/proposals/schema.ts'
import { decisions } from '../decisions/register/schema.ts'
import { rounds } from '../decisions/rounds/schema.ts'
import { type DocumentStage, documents } from '../documents/schema.ts'
import { groups } from '../groups/schema.ts'
import { answers, referrals } from '../referrals/schema.ts'
import { taskEndings, tasks } from '../tasks/schema.ts'
import { ideaLinks, topicLinks } from './schema.ts'
import { type Named, type Subject, textsAbout } from './trail.ts'

export interface Draft {
  id: string
  title: string
  stage: DocumentStage
  group: Named
}

export interface LinkedTask {
  id: string
  title: string
  group: Named
  ending: 'done' | 'dropped' | null
  result: string
}

export interface LinkedReferral {
  id: string
  title: string
  cited: string
  group: Named
  answer: string | null
}

/** What is under way about it in the reader's own groups, and nothing of others. */
export interface Beside {
  drafts: Draft[]
  proposals: { id: string; title: string; group: Named }[]
  tasks: LinkedTask[]
  referrals: LinkedReferral[]
}

const most = 40

const named = { slug: groups.slug, name: groups.name }

const linkTo = (subject: Subject) => ('topic' in subject ? topicLinks : ideaLinks)

const isIt = (subject: Subject): SQL =>
  'topic' in subject ? eq(topicLinks.topic, subject.topic) : eq(ideaLinks.ideaId, subject.ideaId)

const draftsAbout = (db: Database, subject: Subject, inside: string[]): Promise<Draft[]> =>
  db
    .select({ id: documents.id, title: documents.title, stage: documents.stage, group: named })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .where(
      and(
        inArray(documents.groupId, inside),
        notInArray(documents.stage, ['adopted', 'published', 'superseded', 'archived']),
        eq(documents.isTemplate, false),
        textsAbout(subject),
      ),
    )
    .orderBy(desc(documents.editedAt))
    .limit(most)

function proposalsAbout(db: Database, subject: Subject, inside: string[]) {
  const about =
    'topic' in subject
      ? db.select({ id: proposalTopics.proposalId }).from(proposalTopics).where(eq(proposalTopics.topic, subject.topic))
      : db.select({ id: proposalIdeas.proposalId }).from(proposalIdeas).where(eq(proposalIdeas.ideaId, subject.ideaId))
  const decided = db
    .select({ id: decisions.id })
    .from(decisions)
    .innerJoin(rounds, eq(rounds.id, decisions.roundId))
    .where(eq(rounds.proposalId, proposals.id))
  return db
    .select({ id: proposals.id, title: proposals.title, group: named })
    .from(proposals)
    .innerJoin(groups, eq(groups.id, proposals.groupId))
    .leftJoin(proposalWithdrawals, eq(proposalWithdrawals.proposalId, proposals.id))
    .leftJoin(proposalLapses, eq(proposalLapses.proposalId, proposals.id))
    .where(
      and(
        inArray(proposals.groupId, inside),
        inArray(proposals.id, about),
        isNull(proposalWithdrawals.proposalId),
        isNull(proposalLapses.proposalId),
        notExists(decided),
      ),
    )
    .orderBy(desc(proposals.createdAt))
    .limit(most)
}

/** The ids first: an index of its own leads from the subject to them. */
const linkedIds = (db: Database, subject: Subject, column: 'taskId' | 'referralId') => {
  const links = linkTo(subject)
  return db.select({ id: links[column] }).from(links).where(isIt(subject))
}

const tasksAbout = (db: Database, subject: Subject, inside: string[]): Promise<LinkedTask[]> =>
  db
    .select({
      ...{ id: tasks.id, title: tasks.title, group: named, ending: taskEndings.kind },
      result: sql<string>`coalesce(${taskEndings.words}, '')`,
    })
    .from(tasks)
    .innerJoin(groups, eq(groups.id, tasks.groupId))
    .leftJoin(taskEndings, eq(taskEndings.taskId, tasks.id))
    .where(and(inArray(tasks.groupId, inside), inArray(tasks.id, linkedIds(db, subject, 'taskId'))))
    .orderBy(desc(tasks.createdAt))
    .limit(most)

const citedReferral = sql<string>`'W-' || ${referrals.year} || '-' || lpad(${referrals.number}::text, greatest(2, length(${referrals.number}::text)), '0')`

const referralsAbout = (db: Database, subject: Subject, inside: string[]): Promise<LinkedReferral[]> =>
  db
    .select({ id: referrals.id, title: referrals.title, cited: citedReferral, group: named, answer: answers.kind })
    .from(referrals)
    .innerJoin(groups, eq(groups.id, referrals.fromId))
    .leftJoin(answers, eq(answers.referralId, referrals.id))
    .where(
      and(
        or(inArray(referrals.fromId, inside), inArray(referrals.toId, inside)),
        inArray(referrals.id, linkedIds(db, subject, 'referralId')),
      ),
    )
    .orderBy(desc(referrals.createdAt))
    .limit(most)

export async function besideOf(db: Database, subject: Subject, inside: string[]): Promise<Beside> {
  if (inside.length === 0) return { drafts: [], proposals: [], tasks: [], referrals: [] }
  const [drafts, open, linked, sent] = await Promise.all([
    draftsAbout(db, subject, inside),
    proposalsAbout(db, subject, inside),
    tasksAbout(db, subject, inside),
    referralsAbout(db, subject, inside),
  ])
  return { drafts, proposals: open, tasks: linked, referrals: sent }
}
