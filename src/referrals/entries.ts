import { and, eq, inArray, isNull, notExists, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../db/database.ts'
import { noteColumns, type SnapshotNote } from '../decisions/papers.ts'
import { citation } from '../decisions/register/citation.ts'
import { type Decision, decisions } from '../decisions/register/schema.ts'
import { snapshots } from '../documents/schema.ts'
import { type Group, groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import type { Along } from './answers/along.ts'
import { type DeferralEntry, deferralsOf } from './answers/deferrals.ts'
import { type GivenReason, reasonsOf } from './answers/given-reasons.ts'
import { type TakenUp, takenUp } from './answers/taken-up.ts'
import { referralCitation } from './citation.ts'
import type { Planned } from './planned.ts'
import { type Answer, answers, type Referral, referrals } from './schema.ts'
import { type ReferralState, stateOf } from './states.ts'

/** A decision with its number, as it stands on both sides of a referral. */
export type CitedDecision = Decision & { cited: string }

export interface AnswerEntry extends Answer {
  answeredBy: string
  contact: string | null
  /** The circle's decision behind an adoption or a rejection. */
  decision: CitedDecision | null
  /** Why it was returned, in the circle's order. */
  reasons: GivenReason[]
  /** What took its place. */
  successor: { id: string; cited: string } | null
}

/** What was sent and what came back. */
export interface ReferralEntry extends Referral {
  cited: string
  from: Group
  to: Group
  forwardedBy: string
  /** Until when an answer is needed: what was wished or what somebody outside has set, whichever is first. */
  answerBy: string | null
  /** The meeting that will talk about it, where somebody has asked for that. */
  planned: Planned | null
  decision: CitedDecision | null
  snapshot: SnapshotNote | null
  takenUp: TakenUp | null
  /** The first one on top. */
  deferrals: DeferralEntry[]
  answer: AnswerEntry | null
  state: ReferralState
}

/** As its own page shows it. */
export type WholeReferral = ReferralEntry & Along

const from = alias(groups, 'from_group')
const to = alias(groups, 'to_group')
const forwarder = alias(people, 'forwarder')
const answerer = alias(people, 'answerer')
const contact = alias(people, 'contact')
const sentDecision = alias(decisions, 'sent_decision')
const answeringDecision = alias(decisions, 'answering_decision')
const successor = alias(referrals, 'successor')

const rows = (db: Database) =>
  db
    .select({
      referral: referrals,
      from,
      to,
      forwardedBy: forwarder.name,
      sentDecision,
      snapshot: noteColumns,
      answer: answers,
      answeredBy: answerer.name,
      contact: contact.name,
      answeringDecision,
      successor: { id: successor.id, year: successor.year, number: successor.number },
    })
    .from(referrals)
    .innerJoin(from, eq(from.id, referrals.fromId))
    .innerJoin(to, eq(to.id, referrals.toId))
    .innerJoin(forwarder, eq(forwarder.id, referrals.forwardedById))
    .leftJoin(sentDecision, eq(sentDecision.id, referrals.decisionId))
    .leftJoin(snapshots, eq(snapshots.id, referrals.snapshotId))
    .leftJoin(answers, eq(answers.referralId, referrals.id))
    .leftJoin(answerer, eq(answerer.id, answers.answeredById))
    .leftJoin(contact, eq(contact.id, answers.contactId))
    .leftJoin(answeringDecision, eq(answeringDecision.id, answers.decisionId))
    .leftJoin(successor, eq(successor.id, answers.successorId))
    .$dynamic()

type Row = Awaited<ReturnType<typeof rows>>[number]

const cite = (decision: Decision | null, { prefix }: Group): CitedDecision | null =>
  decision && { ...decision, cited: citation(prefix, decision.year, decision.number) }

const answerIn = (row: Row, reasons: GivenReason[]): AnswerEntry | null =>
  row.answer && {
    ...row.answer,
    answeredBy: row.answeredBy ?? '',
    contact: row.contact,
    decision: cite(row.answeringDecision, row.to),
    reasons,
    successor: row.successor && { id: row.successor.id, cited: referralCitation(row.successor) },
  }

const answerBy = ({ wishedBy, externalDeadline }: Referral): string | null =>
  [wishedBy, externalDeadline].filter((day) => day !== null).sort()[0] ?? null

type Known = Pick<ReferralEntry, 'deferrals' | 'takenUp'> & { reasons: GivenReason[] }

function entryOf(row: Row, { reasons, ...known }: Known): ReferralEntry {
  const { referral } = row
  const entry = {
    ...referral,
    cited: referralCitation(referral),
    from: row.from,
    to: row.to,
    forwardedBy: row.forwardedBy,
    answerBy: answerBy(referral),
    planned: null,
    decision: cite(row.sentDecision, row.from),
    snapshot: row.snapshot,
    answer: answerIn(row, reasons),
    ...known,
  }
  return { ...entry, state: stateOf(entry) }
}

/** Which of them, in which order. */
interface Stretch {
  order: SQL[]
  limit?: number
  offset?: number
}

/** Which these are is known from the referrals and their answers alone, and only they are put together. */
async function stretchOf(db: Database, which: SQL | undefined, { order, limit, offset = 0 }: Stretch) {
  const all = db
    .select({ id: referrals.id })
    .from(referrals)
    .leftJoin(answers, eq(answers.referralId, referrals.id))
    .where(which)
    .orderBy(...order)
  const some = await (limit === undefined ? all : all.limit(limit).offset(offset))
  return some.map(({ id }) => id)
}

/** One stretch of a list that may be long, with what its rows show. */
export async function someReferrals(db: Database, which: SQL | undefined, stretch: Stretch): Promise<ReferralEntry[]> {
  const ids = await stretchOf(db, which, stretch)
  return ids.length === 0 ? [] : referralEntries(db, inArray(referrals.id, ids), ...stretch.order)
}

/** Referrals with what a list shows of them; the caller says which and for whom. */
export async function referralEntries(db: Database, which: SQL | undefined, ...order: SQL[]): Promise<ReferralEntry[]> {
  const found = await rows(db)
    .where(which)
    .orderBy(...order)
  const ids = found.map(({ referral }) => referral.id)
  const returned = found.filter(({ answer }) => answer?.kind === 'returned').map(({ referral }) => referral.id)
  const [reasons, taken, deferrals] = await Promise.all([
    reasonsOf(db, returned),
    takenUp(db, ids),
    deferralsOf(db, ids),
  ])
  const takenUpAs = Map.groupBy(taken, ({ referralId }) => referralId)
  return found.map((row) => {
    const { id } = row.referral
    const [first = null] = takenUpAs.get(id) ?? []
    return entryOf(row, { reasons: reasons.get(id) ?? [], deferrals: deferrals.get(id) ?? [], takenUp: first })
  })
}

export const isUnanswered = isNull(answers.referralId)

/** Nothing was sent after it in the same matter. */
export const isLast = (db: Database): SQL => {
  const again = alias(referrals, 'again')
  return notExists(db.select({ id: again.id }).from(again).where(eq(again.followsId, referrals.id)))
}

/** Returned, and the group has not sent it again. */
export const isWithTheGroupAgain = (db: Database): SQL | undefined => and(eq(answers.kind, 'returned'), isLast(db))
