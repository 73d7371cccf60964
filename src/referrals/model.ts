import { and, asc, desc, eq, isNotNull, or } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { isUnanswered, isWithTheGroupAgain, type ReferralEntry, referralEntries } from './entries.ts'
import { answers, referrals } from './schema.ts'

/** For the two groups that it lies between. */
export async function findReferral(db: Database, groupId: string, id: string): Promise<ReferralEntry | null> {
  const mine = or(eq(referrals.fromId, groupId), eq(referrals.toId, groupId))
  const [entry] = await referralEntries(db, and(eq(referrals.id, id), mine))
  return entry ?? null
}

/** What was sent to the circle and has no answer yet, the oldest first. */
export const inbox = (db: Database, circleId: string) =>
  referralEntries(db, and(eq(referrals.toId, circleId), isUnanswered), asc(referrals.createdAt))

/** What the circle has answered, the latest first. */
export const answered = (db: Database, circleId: string) =>
  referralEntries(db, and(eq(referrals.toId, circleId), isNotNull(answers.referralId)), desc(answers.createdAt))

/** Everything that this group has sent, with what came back. */
export const sent = (db: Database, groupId: string) =>
  referralEntries(db, eq(referrals.fromId, groupId), desc(referrals.createdAt))

/** Came back for rework and was not sent again yet. */
export const returnedTo = (db: Database, groupId: string) =>
  referralEntries(db, and(eq(referrals.fromId, groupId), isWithTheGroupAgain(db)), desc(answers.createdAt))

/** What the circle has returned and what lies with the groups since, the oldest first. */
export const returnedBy = (db: Database, circleId: string) =>
  referralEntries(db, and(eq(referrals.toId, circleId), isWithTheGroupAgain(db)), asc(answers.createdAt))

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
