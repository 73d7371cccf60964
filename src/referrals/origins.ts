import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { OriginOf } from '../decisions/origin.ts'
import { groups } from '../groups/schema.ts'
import { paths } from '../paths.ts'
import { referralCitation } from './citation.ts'
import { recordTakeUps, referrals, takeUps } from './schema.ts'

const asked = (db: Database, of: Parameters<OriginOf>[2]) =>
  'proposalId' in of
    ? db.select({ id: takeUps.referralId }).from(takeUps).where(eq(takeUps.proposalId, of.proposalId))
    : db.select({ id: recordTakeUps.referralId }).from(recordTakeUps).where(eq(recordTakeUps.recordId, of.recordId))

/** Which referral the circle answers with a proposal or a report. */
export const originOf: OriginOf = async (db, group, of) => {
  const [found] = await db
    .select({ referral: referrals, from: groups.name })
    .from(referrals)
    .innerJoin(groups, eq(groups.id, referrals.fromId))
    .where(inArray(referrals.id, asked(db, of)))
  if (!found) return null
  const { referral, from } = found
  return { label: referralCitation(referral), href: paths.referral(group, referral), from }
}
