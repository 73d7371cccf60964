import { and, asc, desc, eq, isNotNull, or } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { spanOf } from '../web/slices.ts'
import { along } from './answers/along.ts'
import {
  isUnanswered,
  isWithTheGroupAgain,
  type ReferralEntry,
  referralEntries,
  someReferrals,
  type WholeReferral,
} from './entries.ts'
import { answers, referrals } from './schema.ts'

/** For the two groups that it lies between. */
export async function findReferral(db: Database, groupId: string, id: string): Promise<WholeReferral | null> {
  const mine = or(eq(referrals.fromId, groupId), eq(referrals.toId, groupId))
  const [entry] = await referralEntries(db, and(eq(referrals.id, id), mine))
  return entry ? { ...entry, ...(await along(db, entry.id)) } : null
}

/** What was sent to the circle and has no answer yet, the oldest first. */
export const inbox = (db: Database, circleId: string) =>
  someReferrals(db, and(eq(referrals.toId, circleId), isUnanswered), { order: [asc(referrals.createdAt)] })

/** One stretch of a list that grows for ever; without a word about it, its beginning. */
type Span = { limit: number; offset: number }

const isAnswered = isNotNull(answers.referralId)

/** Two of the same moment stay in one order from page to page. */
const latest = (at: typeof answers.createdAt | typeof referrals.createdAt) => [
  desc(at),
  desc(referrals.year),
  desc(referrals.number),
]

/** What the circle has answered, the latest first. */
export const answered = (db: Database, circleId: string, span: Span = spanOf(1)) =>
  someReferrals(db, and(eq(referrals.toId, circleId), isAnswered), { order: latest(answers.createdAt), ...span })

/** What this group has sent and what nobody has answered yet, the latest first. */
export const underWay = (db: Database, groupId: string) =>
  someReferrals(db, and(eq(referrals.fromId, groupId), isUnanswered), { order: [desc(referrals.createdAt)] })

/** What this group has sent and what came back, the latest sending first. */
export const cameBack = (db: Database, groupId: string, span: Span = spanOf(1)) =>
  someReferrals(db, and(eq(referrals.fromId, groupId), isAnswered), { order: latest(referrals.createdAt), ...span })

/** Came back for rework and was not sent again yet. */
export const returnedTo = (db: Database, groupId: string) =>
  someReferrals(db, and(eq(referrals.fromId, groupId), isWithTheGroupAgain(db)), { order: [desc(answers.createdAt)] })

/** What the circle has returned and what lies with the groups since, the oldest first. */
export const returnedBy = (db: Database, circleId: string) =>
  someReferrals(db, and(eq(referrals.toId, circleId), isWithTheGroupAgain(db)), { order: [asc(answers.createdAt)] })

/** The earlier sending after whose return this draft was made. */
export async function returnBehind(db: Database, groupId: string, documentId: string): Promise<ReferralEntry | null> {
  const cameBack = and(eq(answers.kind, 'returned'), eq(answers.draftId, documentId))
  const [entry] = await referralEntries(db, and(eq(referrals.fromId, groupId), cameBack))
  return entry ?? null
}

/** The sending whose adoption with changes has brought this draft. */
export async function changesBehind(db: Database, groupId: string, documentId: string): Promise<ReferralEntry | null> {
  const changed = and(eq(answers.kind, 'adopted_with_changes'), eq(answers.draftId, documentId))
  const [entry] = await referralEntries(db, and(eq(referrals.fromId, groupId), changed))
  return entry ?? null
}

/**
 * What was sent before and after in the same matter, the first one on top. A matter may go on to somebody else: what lay
 * between two groups is for these two alone.
 */
export const sameMatter = async (db: Database, groupId: string, entry: ReferralEntry): Promise<ReferralEntry[]> => {
  const ours = or(eq(referrals.fromId, groupId), eq(referrals.toId, groupId))
  const near = or(eq(referrals.followsId, entry.id), entry.followsId ? eq(referrals.id, entry.followsId) : undefined)
  return referralEntries(db, and(eq(referrals.fromId, entry.fromId), near, ours), asc(referrals.createdAt))
}
