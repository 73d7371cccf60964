import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { only } from '../../decisions/only.ts'
import { answers, type Referral, referrals } from '../schema.ts'

/** Taking up and answering take turns on the row of the referral, so that there is one answer and one proposal. */
export async function hold(tx: Database, id: string): Promise<Referral & { isAnswered: boolean }> {
  const held = only(await tx.select().from(referrals).where(eq(referrals.id, id)).for('no key update'))
  return { ...held, isAnswered: (await tx.$count(answers, eq(answers.referralId, id))) > 0 }
}
