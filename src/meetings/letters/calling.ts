import { and, eq, inArray, max, or } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inForce, termInForce } from '../../groups/membership.ts'
import { memberships, roleTerms } from '../../groups/schema.ts'
import { dayOf } from '../../web/days.ts'
import { type AgendaEntry, agendaOf, isOpenItem } from '../agenda/entries.ts'
import type { MeetingEntry } from '../model.ts'
import { meetingLetters } from '../schema.ts'

type Kind = (typeof meetingLetters.$inferInsert)['kind']

/** Who belongs to the group today. */
export async function membersOf(tx: Database, groupId: string, today: string): Promise<string[]> {
  const rows = await tx
    .select({ id: memberships.personId })
    .from(memberships)
    .where(and(eq(memberships.groupId, groupId), eq(memberships.standing, 'member'), inForce(today)))
  return rows.map(({ id }) => id)
}

/** By whom a group hears of its matter elsewhere. */
export const isLink = or(eq(roleTerms.role, 'lead'), eq(roleTerms.role, 'delegate'))

/** Lead and delegate of the groups whose matter is among these items hear of it, whether or not they sit here. */
async function linksOf(tx: Database, items: AgendaEntry[], today: string): Promise<string[]> {
  const senders = items.flatMap(({ referral }) => referral?.fromId ?? [])
  if (senders.length === 0) return []
  const rows = await tx
    .select({ id: memberships.personId })
    .from(roleTerms)
    .innerJoin(memberships, eq(memberships.id, roleTerms.membershipId))
    .where(and(inArray(roleTerms.groupId, senders), isLink, termInForce(today), inForce(today)))
  return rows.map(({ id }) => id)
}

async function toldBefore(tx: Database, meetingId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: meetingLetters.personId })
    .from(meetingLetters)
    .where(eq(meetingLetters.meetingId, meetingId))
  return rows.map(({ id }) => id)
}

/** The entry in a calendar that a letter brings is newer than all before it. */
export async function nextSequence(tx: Database, meetingId: string): Promise<number> {
  const [last] = await tx
    .select({ sequence: max(meetingLetters.sequence) })
    .from(meetingLetters)
    .where(eq(meetingLetters.meetingId, meetingId))
  return last?.sequence === null || last?.sequence === undefined ? 0 : last.sequence + 1
}

/** Members, and the links of groups whose matter is still to be talked about. */
const concernedBy = async (tx: Database, { groupId }: MeetingEntry, agenda: AgendaEntry[], today: string) => [
  ...(await membersOf(tx, groupId, today)),
  ...(await linksOf(tx, agenda.filter(isOpenItem), today)),
]

async function write(tx: Database, { id: meetingId }: MeetingEntry, kind: Kind, people: string[]): Promise<void> {
  if (people.length === 0) return
  const sequence = await nextSequence(tx, meetingId)
  await tx
    .insert(meetingLetters)
    .values([...new Set(people)].map((personId) => ({ meetingId, personId, kind, sequence })))
}

/**
 * Everybody is to be told, in the transaction in which it happens; the mails go out after it. Whoever was told and has
 * left since hears that it does not take place, but no more of when and where it does.
 */
export async function callFor(tx: Database, meeting: MeetingEntry, kind: Kind, now = new Date()): Promise<void> {
  const today = dayOf(now)
  const agenda = await agendaOf(tx, meeting.id)
  const links = new Set(await linksOf(tx, agenda, today))
  const told = (await toldBefore(tx, meeting.id)).filter((id) => kind === 'cancellation' || links.has(id))
  await write(tx, meeting, kind, [...(await concernedBy(tx, meeting, agenda, today)), ...told])
}

/** Whoever belongs to it since the invitation went out is invited too: new members, and the links of groups whose matter came on. */
export async function callLate(tx: Database, meeting: MeetingEntry, now = new Date()): Promise<void> {
  if (meeting.state !== 'invited') return
  const told = await toldBefore(tx, meeting.id)
  const all = await concernedBy(tx, meeting, await agendaOf(tx, meeting.id), dayOf(now))
  const late = all.filter((id) => !told.includes(id))
  await write(tx, meeting, 'invitation', late)
}
