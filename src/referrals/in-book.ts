import { and, asc, eq, or } from 'drizzle-orm'
import { Temporal } from 'temporal-polyfill'
import type { SentIn, SentMatter } from '../decisions/book/book.ts'
import { dayOf } from '../web/days.ts'
import { type ReferralEntry, referralEntries } from './entries.ts'
import { referrals } from './schema.ts'

const daysBetween = (from: string, until: string) =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(until), { largestUnit: 'days' }).days

/** Only how it went: what was sent is for the two groups between which it lies. */
function matterOf({ cited, from, to, createdAt, answer }: ReferralEntry): SentMatter {
  const [sentOn, answeredOn] = [dayOf(createdAt), answer && dayOf(answer.createdAt)]
  return {
    ...{ number: cited, from: from.name, to: to.name, sentOn, answeredOn },
    answer: answer?.kind ?? null,
    days: answeredOn === null ? null : daysBetween(sentOn, answeredOn),
    decision: answer?.decision?.cited ?? null,
  }
}

/** What was sent in a year, for its annual book. */
export const sentIn: SentIn = async (db, year, groupId) => {
  const narrowed = groupId === undefined ? undefined : or(eq(referrals.fromId, groupId), eq(referrals.toId, groupId))
  return (await referralEntries(db, and(eq(referrals.year, year), narrowed), asc(referrals.number))).map(matterOf)
}
