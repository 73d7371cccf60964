import { and, asc, eq, gt, isNull, lte, ne, notExists, or, sql } from 'drizzle-orm'
import { type CalendarDeadline, calendarDeadlines } from '../../calendar/schema.ts'
import type { Database } from '../../db/database.ts'
import { agendaWishes } from '../../decisions/agenda/schema.ts'
import { openWishes, type WishEntry } from '../../decisions/agenda/wishes.ts'
import { isMovable } from '../../decisions/policy.ts'
import { type Matter, openProposals } from '../../decisions/proposals/matters.ts'
import { type Decision, decisionNotes, decisions } from '../../decisions/register/schema.ts'
import type { Group } from '../../groups/schema.ts'
import { isUnanswered } from '../../referrals/entries.ts'
import { answers, type Referral, referrals, takeUps } from '../../referrals/schema.ts'
import { type Report, reports } from '../../reports/schema.ts'
import { openTasksWithoutAnybody, overdueTasks } from '../../tasks/attention.ts'
import { addDays, dayOf } from '../../web/days.ts'
import { agendaItems } from './schema.ts'

/** So far ahead the days that others have set are on the agenda (`DOMAIN.md 3.7`). */
const weeksAhead = 6

/** What was sent to this group and has no answer yet, the oldest first: only what an item says of it. */
export const referralsOpen = async (db: Database, groupId: string): Promise<Referral[]> =>
  (
    await db
      .select({ referral: referrals })
      .from(referrals)
      .leftJoin(answers, eq(answers.referralId, referrals.id))
      .where(and(eq(referrals.toId, groupId), isUnanswered))
      .orderBy(asc(referrals.createdAt))
  ).map(({ referral }) => referral)

/** What the group wants to talk about; review dates are asked for by themselves. */
export const wishesOpen = async (db: Database, groupId: string): Promise<WishEntry[]> =>
  (await openWishes(db, groupId)).filter(({ wish }) => wish.why !== 'review')

/** In the meeting itself people answer; elsewhere they are doing so already. */
const isReady = (matter: Matter): boolean => {
  const [latest] = matter.rounds
  return isMovable(matter) || (latest !== undefined && latest.count === null && latest.round.channel === 'meeting')
}

/** Nobody answers about them right now, and no wish or referral brings them up already. */
export async function proposalsReady(db: Database, groupId: string, wishes: WishEntry[]): Promise<Matter[]> {
  const wished = new Set(wishes.map(({ wish }) => wish.roundId))
  const sent = new Set((await db.select({ id: takeUps.proposalId }).from(takeUps)).map(({ id }) => id))
  return (await openProposals(db, groupId))
    .filter(isReady)
    .filter(({ proposal, rounds }) => !sent.has(proposal.id) && !rounds.some(({ round }) => wished.has(round.id)))
}

/** Told within the last three months, and never on one of its agendas, whenever the group met meanwhile. */
export const reportsUnheard = async (db: Database, groupId: string): Promise<Report[]> => {
  const known = db
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.groupId, groupId), eq(agendaItems.reportId, reports.id)))
  const since = sql`now() - interval '90 days'`
  return db
    .select()
    .from(reports)
    .where(and(ne(reports.groupId, groupId), gt(reports.createdAt, since), notExists(known)))
    .orderBy(asc(reports.createdAt))
}

/** The circle looks at those of the whole alliance, a group at its own; also at what has passed and nobody has settled. */
export const deadlinesAhead = (db: Database, group: Group, meets: Date): Promise<CalendarDeadline[]> =>
  db
    .select()
    .from(calendarDeadlines)
    .where(
      and(
        isNull(calendarDeadlines.settledAt),
        lte(calendarDeadlines.dueOn, addDays(dayOf(meets), 7 * weeksAhead)),
        group.kind === 'circle' ? undefined : eq(calendarDeadlines.groupId, group.id),
      ),
    )
    .orderBy(asc(calendarDeadlines.dueOn), asc(calendarDeadlines.createdAt))

const undone = (db: Database) =>
  db
    .select({ id: decisionNotes.id })
    .from(decisionNotes)
    .where(
      and(
        eq(decisionNotes.decisionId, decisions.id),
        sql`${decisionNotes.signedAt} is not null`,
        or(eq(decisionNotes.kind, 'annulment'), eq(decisionNotes.kind, 'supersession')),
      ),
    )

/** Decisions that the group wanted to see again: on its list, or due by the day on which it meets. */
export async function reviewsDue(db: Database, groupId: string, meets: Date): Promise<Decision[]> {
  const listed = and(eq(agendaWishes.decisionId, decisions.id), eq(agendaWishes.why, 'review'))
  const isDue = and(isNull(agendaWishes.id), lte(decisions.reviewOn, dayOf(meets)))
  const isWished = and(sql`${agendaWishes.id} is not null`, isNull(agendaWishes.doneAt))
  const rows = await db
    .select({ decision: decisions })
    .from(decisions)
    .leftJoin(agendaWishes, listed)
    .where(
      and(eq(decisions.groupId, groupId), eq(decisions.outcome, 'adopted'), or(isWished, isDue), notExists(undone(db))),
    )
    .orderBy(asc(decisions.reviewOn), asc(decisions.createdAt))
  return rows.map(({ decision }) => decision)
}

/** Open and overdue, or nobody's: then the group looks at its list. */
export async function tasksAreWaiting(db: Database, groupId: string, today: string): Promise<boolean> {
  if ((await overdueTasks(db, groupId, today)).count > 0) return true
  return (await openTasksWithoutAnybody(db, groupId)).count > 0
}
