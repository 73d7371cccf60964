import { and, asc, eq, inArray, isNull, notExists, type SQL } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../db/database.ts'
import { noteColumns, type SnapshotNote } from '../decisions/papers.ts'
import { citation } from '../decisions/register/citation.ts'
import { type Decision, decisions } from '../decisions/register/schema.ts'
import { snapshots } from '../documents/schema.ts'
import { type Group, groups } from '../groups/schema.ts'
import { people } from '../identity/schema.ts'
import { type TakenUp, takenUp } from './answers/taken-up.ts'
import { referralCitation } from './citation.ts'
import { type Answer, answers, type Referral, referrals, returnReasons } from './schema.ts'

/** A decision with its number, as it stands on both sides of a referral. */
export type CitedDecision = Decision & { cited: string }

export interface AnswerEntry extends Answer {
  answeredBy: string
  contact: string | null
  /** The circle's decision behind an adoption or a rejection. */
  decision: CitedDecision | null
  /** Why it was returned, in the circle's order. */
  reasons: string[]
}

/** What was sent and what came back. */
export interface ReferralEntry extends Referral {
  cited: string
  from: Group
  to: Group
  forwardedBy: string
  decision: CitedDecision | null
  snapshot: SnapshotNote | null
  takenUp: TakenUp | null
  answer: AnswerEntry | null
}

const from = alias(groups, 'from_group')
const to = alias(groups, 'to_group')
const forwarder = alias(people, 'forwarder')
const answerer = alias(people, 'answerer')
const contact = alias(people, 'contact')
const sentDecision = alias(decisions, 'sent_decision')
const answeringDecision = alias(decisions, 'answering_decision')

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
    .$dynamic()

type Row = Awaited<ReturnType<typeof rows>>[number]

const cite = (decision: Decision | null, { prefix }: Group): CitedDecision | null =>
  decision && { ...decision, cited: citation(prefix, decision.year, decision.number) }

const answerIn = (row: Row, reasons: string[]): AnswerEntry | null =>
  row.answer && {
    ...row.answer,
    answeredBy: row.answeredBy ?? '',
    contact: row.contact,
    decision: cite(row.answeringDecision, row.to),
    reasons,
  }

const reasonsOf = (db: Database, referralIds: string[]) =>
  db
    .select()
    .from(returnReasons)
    .where(inArray(returnReasons.referralId, referralIds))
    .orderBy(asc(returnReasons.position))

/** Referrals with everything that belongs to them; the caller says which and for whom. */
export async function referralEntries(db: Database, which: SQL | undefined, ...order: SQL[]): Promise<ReferralEntry[]> {
  const found = await rows(db)
    .where(which)
    .orderBy(...order)
  const ids = found.map(({ referral }) => referral.id)
  const reasons = await reasonsOf(db, ids)
  const taken = await takenUp(db, ids)
  return found.map((row) => {
    const { referral } = row
    const said = reasons.filter(({ referralId }) => referralId === referral.id).map(({ words }) => words)
    return {
      ...referral,
      cited: referralCitation(referral),
      from: row.from,
      to: row.to,
      forwardedBy: row.forwardedBy,
      decision: cite(row.sentDecision, row.from),
      snapshot: row.snapshot,
      takenUp: taken.find(({ referralId }) => referralId === referral.id) ?? null,
      answer: answerIn(row, said),
    }
  })
}

export const isUnanswered = isNull(answers.referralId)

/** Returned, and the group has not sent it again. */
export const isWithTheGroupAgain = (db: Database): SQL | undefined => {
  const again = alias(referrals, 'again')
  return and(
    eq(answers.kind, 'returned'),
    notExists(db.select({ id: again.id }).from(again).where(eq(again.followsId, referrals.id))),
  )
}
