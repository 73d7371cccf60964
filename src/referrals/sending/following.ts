import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import { isLast, type ReferralEntry, someReferrals } from '../entries.ts'
import { answers, type Referral, referrals } from '../schema.ts'

/** After these the same matter may come again, as a new referral that refers to this one (`DOMAIN.md 3.4`). */
const mayComeAgain: (typeof answers.$inferSelect)['kind'][] = ['rejected', 'withdrawn']

const isOver = inArray(answers.kind, mayComeAgain)

/** Rejected or taken back, and not sent anew yet: what a new question of the group may refer to, the latest first. */
export const endedFor = (db: Database, groupId: string): Promise<ReferralEntry[]> =>
  someReferrals(db, and(eq(referrals.fromId, groupId), isOver, isLast(db)), { order: [desc(answers.createdAt)] })

/** How a decision was sent last: there is no second way beside one that is open, or that has led to something. */
export async function lastSendingOf(db: Database, decision: { id: string }) {
  const [last] = await db
    .select({ referral: referrals, ending: answers.kind })
    .from(referrals)
    .leftJoin(answers, eq(answers.referralId, referrals.id))
    .where(eq(referrals.decisionId, decision.id))
    .orderBy(desc(referrals.year), desc(referrals.number))
    .limit(1)
  return last ? { ...last, mayComeAgain: last.ending !== null && mayComeAgain.includes(last.ending) } : null
}

async function endedText(db: Database, fromId: string, snapshotId: string): Promise<Referral | null> {
  const texts = db.select({ id: snapshots.documentId }).from(snapshots).where(eq(snapshots.id, snapshotId))
  const [last] = await db
    .select({ referral: referrals })
    .from(referrals)
    .innerJoin(snapshots, eq(snapshots.id, referrals.snapshotId))
    .innerJoin(answers, eq(answers.referralId, referrals.id))
    .where(and(eq(referrals.fromId, fromId), isOver, isLast(db), inArray(snapshots.documentId, texts)))
    .orderBy(desc(answers.createdAt))
    .limit(1)
  return last?.referral ?? null
}

type Matter = { fromId: string; decision: { id: string; snapshotId: string | null } | null }

/** What was rejected or taken back of this very decision, or of this very text: a new sending has to name it. */
export async function endedBefore(db: Database, { fromId, decision }: Matter): Promise<Referral | null> {
  if (!decision) return null
  const last = await lastSendingOf(db, decision)
  if (last?.mayComeAgain) return last.referral
  return decision.snapshotId ? endedText(db, fromId, decision.snapshotId) : null
}
