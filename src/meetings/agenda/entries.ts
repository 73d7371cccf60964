import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { calendarDeadlines } from '../../calendar/schema.ts'
import type { Database } from '../../db/database.ts'
import { agendaWishes } from '../../decisions/agenda/schema.ts'
import { noteColumns, type SnapshotNote } from '../../decisions/papers.ts'
import { proposals } from '../../decisions/proposals/schema.ts'
import { citation } from '../../decisions/register/citation.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { snapshots } from '../../documents/schema.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { referralCitation } from '../../referrals/citation.ts'
import { type Referral, referrals } from '../../referrals/schema.ts'
import { reports } from '../../reports/schema.ts'
import { meetingCitation } from '../citation.ts'
import { meetingInvitations, meetings } from '../schema.ts'
import { type AgendaItem, agendaItems, itemEndings } from './schema.ts'

export interface ItemEnding {
  kind: 'done' | 'carried_over' | 'removed'
  /** Of a removal: why. */
  words: string
  at: Date
}

/** One item of an agenda with everything that is shown beside it. */
export interface AgendaEntry extends AgendaItem {
  /** From 1; what was taken off has none. */
  top: number | null
  ending: ItemEnding | null
  broughtBy: string | null
  broughtByGroup: string | null
  referral: (Pick<Referral, 'id' | 'request' | 'fromId'> & { cited: string; isAnswered: boolean }) | null
  /** Number of the decision that it is about. */
  decision: string | null
  /** The round behind a wish. */
  roundId: string | null
  report: { since: string; until: string; achieved: string; stuck: string; needed: string } | null
  deadline: { dueOn: string; counterpart: string } | null
  /** The number of the meeting whose minutes are up for approval. */
  minutesOf: string | null
  /** The number of the meeting where it was not finished. */
  carriedFrom: string | null
  /** What everybody reads before: the frozen text. */
  papers: SnapshotNote | null
  /** Since when that text is fixed. */
  papersAt: Date | null
  /** Put on after everybody was invited. */
  isAfterInvitation: boolean
}

const bringer = alias(people, 'bringer')
const bringing = alias(groups, 'bringing_group')
const own = alias(groups, 'own_group')
const approved = alias(meetings, 'approved_meeting')
const earlierItem = alias(agendaItems, 'earlier_item')
const earlierMeeting = alias(meetings, 'earlier_meeting')

const isAnswered = sql<boolean>`exists (select from answers where answers.referral_id = ${agendaItems.referralId})`

const rows = (db: Database) =>
  db
    .select({
      item: agendaItems,
      ending: itemEndings,
      broughtBy: bringer.name,
      broughtByGroup: bringing.name,
      prefix: own.prefix,
      referral: referrals,
      isAnswered,
      decision: decisions,
      wish: agendaWishes,
      report: reports,
      deadline: calendarDeadlines,
      minutesOf: approved.number,
      carriedFrom: earlierMeeting.number,
      papers: noteColumns,
      papersAt: snapshots.createdAt,
      invitedAt: meetingInvitations.createdAt,
    })
    .from(agendaItems)
    .innerJoin(own, eq(own.id, agendaItems.groupId))
    .leftJoin(itemEndings, eq(itemEndings.itemId, agendaItems.id))
    .leftJoin(bringer, eq(bringer.id, agendaItems.broughtById))
    .leftJoin(bringing, eq(bringing.id, agendaItems.broughtByGroupId))
    .leftJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .leftJoin(proposals, eq(proposals.id, agendaItems.proposalId))
    .leftJoin(decisions, eq(decisions.id, agendaItems.decisionId))
    .leftJoin(agendaWishes, eq(agendaWishes.id, agendaItems.wishId))
    .leftJoin(reports, eq(reports.id, agendaItems.reportId))
    .leftJoin(calendarDeadlines, eq(calendarDeadlines.id, agendaItems.deadlineId))
    .leftJoin(approved, eq(approved.id, agendaItems.minutesOfId))
    .leftJoin(earlierItem, eq(earlierItem.id, agendaItems.carriedFromId))
    .leftJoin(earlierMeeting, eq(earlierMeeting.id, earlierItem.meetingId))
    .leftJoin(meetingInvitations, eq(meetingInvitations.meetingId, agendaItems.meetingId))
    .leftJoin(
      snapshots,
      sql`${snapshots.id} = coalesce(${referrals.snapshotId}, ${proposals.snapshotId}, ${decisions.snapshotId})`,
    )
    .$dynamic()

type Row = Awaited<ReturnType<typeof rows>>[number]

const numberIn = ({ prefix }: Row, number: number | null) => (number === null ? null : meetingCitation(prefix, number))

const endingIn = ({ ending }: Row): ItemEnding | null =>
  ending && { kind: ending.kind, words: ending.words, at: ending.createdAt }

const referralIn = ({ referral, isAnswered }: Row): AgendaEntry['referral'] =>
  referral && {
    id: referral.id,
    request: referral.request,
    fromId: referral.fromId,
    cited: referralCitation(referral),
    isAnswered,
  }

const entry = (row: Row): Omit<AgendaEntry, 'top'> => ({
  ...row.item,
  ending: endingIn(row),
  broughtBy: row.broughtBy,
  broughtByGroup: row.broughtByGroup,
  referral: referralIn(row),
  decision: row.decision && citation(row.prefix, row.decision.year, row.decision.number),
  roundId: row.wish?.roundId ?? null,
  report: row.report,
  deadline: row.deadline,
  minutesOf: numberIn(row, row.minutesOf),
  carriedFrom: numberIn(row, row.carriedFrom),
  papers: row.papers,
  papersAt: row.papersAt,
  isAfterInvitation: row.invitedAt !== null && row.item.createdAt > row.invitedAt,
})

const isOff = ({ ending }: Pick<AgendaEntry, 'ending'>) => ending?.kind === 'removed'

function counted(entries: Omit<AgendaEntry, 'top'>[]): AgendaEntry[] {
  let top = 0
  return entries.map((one) => ({ ...one, top: isOff(one) ? null : ++top }))
}

const agendaWhere = async (db: Database, which: SQL | undefined): Promise<AgendaEntry[]> =>
  counted((await rows(db).where(which).orderBy(asc(agendaItems.position), asc(agendaItems.createdAt))).map(entry))

/** The whole agenda in its order; what was taken off it stands in its place, with its ending and without a number. */
export const agendaOf = (db: Database, meetingId: string): Promise<AgendaEntry[]> =>
  agendaWhere(db, eq(agendaItems.meetingId, meetingId))

/** One item of this very meeting, with its number in the agenda. */
export async function findItem(db: Database, meeting: { id: string; groupId: string }, id: string) {
  const all = await agendaWhere(
    db,
    and(eq(agendaItems.meetingId, meeting.id), eq(agendaItems.groupId, meeting.groupId)),
  )
  return all.find((item) => item.id === id) ?? null
}

/** Is still to be talked about. */
export const isOpenItem = ({ ending }: Pick<AgendaEntry, 'ending'>) => ending === null
