import { and, asc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import { calendarDeadlines } from '../../calendar/schema.ts'
import type { Database } from '../../db/database.ts'
import { type AgendaWish, agendaWishes } from '../../decisions/agenda/schema.ts'
import { noteColumns, type SnapshotNote } from '../../decisions/papers.ts'
import { proposals } from '../../decisions/proposals/schema.ts'
import { citation } from '../../decisions/register/citation.ts'
import { decisions } from '../../decisions/register/schema.ts'
import { snapshots } from '../../documents/schema.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { reservations } from '../../referrals/answers/schema.ts'
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
  /** Why somebody wants to talk about it, where it came from the list for the next meeting. */
  wished: AgendaWish['why'] | null
  /** What a group has against the changes to what it had sent. */
  reservation: { referralId: string; words: string } | null
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

/** Looked up one by one: tables that are only joined for one of their columns make planning dearer than asking. */
const one = {
  broughtBy: sql<string | null>`(select ${people.name} from ${people} where ${people.id} = ${agendaItems.broughtById})`,
  broughtByGroup: sql<string | null>`(
    select ${groups.name} from ${groups} where ${groups.id} = ${agendaItems.broughtByGroupId})`,
  prefix: sql<string>`(select ${groups.prefix} from ${groups} where ${groups.id} = ${agendaItems.groupId})`,
  isAnswered: sql<boolean>`exists (select from answers where answers.referral_id = ${agendaItems.referralId})`,
  roundId: sql<string | null>`(
    select ${agendaWishes.roundId} from ${agendaWishes} where ${agendaWishes.id} = ${agendaItems.wishId})`,
  wished: sql<AgendaWish['why'] | null>`(
    select ${agendaWishes.why} from ${agendaWishes} where ${agendaWishes.id} = ${agendaItems.wishId})`,
  reservation: sql<AgendaEntry['reservation']>`(
    select json_build_object('referralId', ${reservations.referralId}, 'words', ${reservations.words})
    from ${reservations} where ${reservations.wishId} = ${agendaItems.wishId})`,
  minutesOf: sql<number | null>`(
    select ${meetings.number} from ${meetings} where ${meetings.id} = ${agendaItems.minutesOfId})`,
  carriedFrom: sql<number | null>`(
    select ${meetings.number} from ${meetings} join agenda_items earlier on earlier.meeting_id = ${meetings.id}
    where earlier.id = ${agendaItems.carriedFromId})`,
  invitedAt: sql<Date | null>`(
    select ${meetingInvitations.createdAt} from ${meetingInvitations}
    where ${meetingInvitations.meetingId} = ${agendaItems.meetingId})`.mapWith(meetingInvitations.createdAt),
}

const proposed = sql`(select ${proposals.snapshotId} from ${proposals} where ${proposals.id} = ${agendaItems.proposalId})`

const { id, request, fromId, year, number } = getTableColumns(referrals)

const rows = (db: Database) =>
  db
    .select({
      ...one,
      item: agendaItems,
      ending: itemEndings,
      referral: { id, request, fromId, year, number },
      decision: { year: decisions.year, number: decisions.number },
      report: reports,
      deadline: calendarDeadlines,
      papers: noteColumns,
      papersAt: snapshots.createdAt,
    })
    .from(agendaItems)
    .leftJoin(itemEndings, eq(itemEndings.itemId, agendaItems.id))
    .leftJoin(referrals, eq(referrals.id, agendaItems.referralId))
    .leftJoin(decisions, eq(decisions.id, agendaItems.decisionId))
    .leftJoin(reports, eq(reports.id, agendaItems.reportId))
    .leftJoin(calendarDeadlines, eq(calendarDeadlines.id, agendaItems.deadlineId))
    .leftJoin(snapshots, sql`${snapshots.id} = coalesce(${referrals.snapshotId}, ${proposed}, ${decisions.snapshotId})`)
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
  roundId: row.roundId,
  wished: row.wished,
  reservation: row.reservation,
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
