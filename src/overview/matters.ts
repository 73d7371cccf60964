import { and, asc, inArray, or } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { isUnanswered, isWithTheGroupAgain, type ReferralEntry, someReferrals } from '../referrals/entries.ts'
import { referrals } from '../referrals/schema.ts'

const sentAt = ({ createdAt }: ReferralEntry) => createdAt.getTime()
const answeredAt = ({ answer, createdAt }: ReferralEntry) => (answer?.createdAt ?? createdAt).getTime()

/** Everything between these groups and the circle that somebody still has to do something about, asked for at once. */
export class Matters {
  readonly #open: ReferralEntry[]

  constructor(open: ReferralEntry[]) {
    this.#open = open
  }

  /** What was sent to the circle and has no answer yet, the oldest first. */
  inbox(circleId: string): ReferralEntry[] {
    return this.#open.filter(({ toId, answer }) => toId === circleId && !answer)
  }

  /** What these groups have sent and what has no answer yet, the latest first. */
  underWay(groupIds: string[]): ReferralEntry[] {
    const sent = this.#open.filter(({ fromId, answer }) => groupIds.includes(fromId) && !answer)
    return sent.sort((a, b) => sentAt(b) - sentAt(a))
  }

  /** Came back for rework and was not sent again yet, the latest first. */
  returnedTo(groupId: string): ReferralEntry[] {
    const returned = this.#open.filter(({ fromId, answer }) => fromId === groupId && answer)
    return returned.sort((a, b) => answeredAt(b) - answeredAt(a))
  }

  /** What the circle has returned and what lies with the groups since, the oldest first. */
  returnedBy(circleId: string): ReferralEntry[] {
    const returned = this.#open.filter(({ toId, answer }) => toId === circleId && answer)
    return returned.sort((a, b) => answeredAt(a) - answeredAt(b))
  }
}

/** Of all that was ever sent few are open: these are found first, and only they are put together. */
export async function mattersOf(db: Database, groupIds: string[]): Promise<Matters> {
  const theirs = or(inArray(referrals.fromId, groupIds), inArray(referrals.toId, groupIds))
  const open = or(isUnanswered, isWithTheGroupAgain(db))
  return new Matters(await someReferrals(db, and(theirs, open), { order: [asc(referrals.createdAt)] }))
}
