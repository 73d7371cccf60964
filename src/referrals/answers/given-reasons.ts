import { asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { reasonAnswers, returnReasons } from '../schema.ts'

/** Why it was returned, and what the group says to that once it has worked on it. */
export interface GivenReason {
  id: string
  words: string
  /** Not a reason, but something the circle would like to know. */
  isQuestion: boolean
  reply: { words: string; passage: string; answeredBy: string } | null
}

const given = (db: Database, ids: string[]) =>
  db
    .select({ reason: returnReasons, reply: reasonAnswers, answeredBy: people.name })
    .from(returnReasons)
    .leftJoin(reasonAnswers, eq(reasonAnswers.reasonId, returnReasons.id))
    .leftJoin(people, eq(people.id, reasonAnswers.answeredById))
    .where(inArray(returnReasons.referralId, ids))
    .orderBy(asc(returnReasons.position))

const reasonIn = ({ reason, reply, answeredBy }: Awaited<ReturnType<typeof given>>[number]): GivenReason => ({
  id: reason.id,
  words: reason.words,
  isQuestion: reason.isQuestion,
  reply: reply && { words: reply.words, passage: reply.passage, answeredBy: answeredBy ?? '' },
})

/** By the referral that was returned, in the circle's order. */
export async function reasonsOf(db: Database, ids: string[]): Promise<Map<string, GivenReason[]>> {
  if (ids.length === 0) return new Map()
  const of = Map.groupBy(await given(db, ids), ({ reason }) => reason.referralId)
  return new Map([...of].map(([id, rows]) => [id, rows.map(reasonIn)]))
}
