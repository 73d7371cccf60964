import { and, asc, eq, not, notExists, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { meetings } from '../schema.ts'
import { carriedDraft, type ItemDraft } from './drafts.ts'
import { agendaItems, itemEndings } from './schema.ts'

const later = alias(agendaItems, 'later_item')

const taken = (db: Database) => db.select({ id: later.id }).from(later).where(eq(later.carriedFromId, agendaItems.id))

/** What it was about has been settled between the meetings: nothing is left to talk about. */
const isSettled = sql`(
  exists (select from answers where answers.referral_id = ${agendaItems.referralId})
  or exists (select from agenda_wishes where agenda_wishes.id = ${agendaItems.wishId} and agenda_wishes.done_at is not null)
  or exists (select from calendar_deadlines
    where calendar_deadlines.id = ${agendaItems.deadlineId} and calendar_deadlines.settled_at is not null)
  or exists (select from proposal_withdrawals where proposal_withdrawals.proposal_id = ${agendaItems.proposalId})
  or exists (select from rounds join decisions on decisions.round_id = rounds.id
    where rounds.proposal_id = ${agendaItems.proposalId})
  or exists (select from proposal_lapses where proposal_lapses.proposal_id = ${agendaItems.proposalId})
  or exists (select from minutes_approvals where minutes_approvals.meeting_id = ${agendaItems.minutesOfId}))`

/** Items of this agenda that need nobody to talk about them any more. */
export async function settledOf(db: Database, meetingId: string): Promise<Set<string>> {
  const items = await db
    .select({ id: agendaItems.id })
    .from(agendaItems)
    .where(and(eq(agendaItems.meetingId, meetingId), isSettled))
  return new Set(items.map(({ id }) => id))
}

/** What earlier meetings of this group left unfinished and no agenda has taken up, the oldest first. */
export async function carriedInto(db: Database, groupId: string): Promise<ItemDraft[]> {
  const items = await db
    .select({ item: agendaItems })
    .from(agendaItems)
    .innerJoin(itemEndings, eq(itemEndings.itemId, agendaItems.id))
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(
      and(eq(agendaItems.groupId, groupId), eq(itemEndings.kind, 'carried_over'), notExists(taken(db)), not(isSettled)),
    )
    .orderBy(asc(meetings.startsAt), asc(agendaItems.position))
  return items.map(({ item }) => carriedDraft(item))
}
