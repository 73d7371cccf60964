import { asc, inArray } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Fate, FateOf } from '../decisions/register/fate.ts'
import { paths } from '../paths.ts'
import { type ReferralEntry, referralEntries } from './entries.ts'
import { referrals } from './schema.ts'

/** What became of a group's decision in the circle, for everybody who may read the register. */
export const fatesOf: FateOf = async (db: Database, decisionIds: string[]) => {
  const sent = await referralEntries(db, inArray(referrals.decisionId, decisionIds), asc(referrals.createdAt))
  return new Map(sent.map((entry) => [entry.decisionId ?? '', fateOf(entry)]))
}

/** Only the circle's decision is open to the whole alliance: the referral itself is for the two groups alone. */
function fateOf({ cited, answer, takenUp, createdAt, ...entry }: ReferralEntry): Fate {
  // What took the place of a referral is a referral; of a decision the same word says something else.
  const state = entry.state === 'superseded' ? 'replaced' : entry.state
  if (answer) {
    const { createdAt: since, answeredBy, decision } = answer
    return {
      label: decision?.cited ?? cited,
      href: decision && paths.decision(decision.cited),
      state,
      since,
      answeredBy,
    }
  }
  return { label: cited, href: null, state, since: takenUp?.at ?? createdAt }
}
