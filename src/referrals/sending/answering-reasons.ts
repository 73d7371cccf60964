import { eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import type { GivenReason } from '../answers/given-reasons.ts'
import { hold } from '../answers/holding.ts'
import { type Referral, reasonAnswers, referrals } from '../schema.ts'
import { tellBoth } from './ending.ts'

/** What the group says to one reason; empty where it says nothing. */
export interface ReasonReply {
  reasonId: string
  words: string
  passage: string
}

const isAsBefore = (reasons: GivenReason[], { reasonId, words, passage }: ReasonReply) => {
  const before = reasons.find(({ id }) => id === reasonId)?.reply
  return before?.words === words && before.passage === passage
}

async function keep(tx: Database, actor: Actor, { reasonId, words, passage }: ReasonReply): Promise<void> {
  if (!words) {
    await tx.delete(reasonAnswers).where(eq(reasonAnswers.reasonId, reasonId))
    return
  }
  const said = { words, passage, answeredById: actor.person.id }
  const set = { ...said, answeredAt: sql`now()` }
  await tx
    .insert(reasonAnswers)
    .values({ reasonId, ...said })
    .onConflictDoUpdate({ target: reasonAnswers.reasonId, set })
}

/**
 * Which reason was answered where. It can be changed until the matter is sent again and travels with that sending;
 * false when that has happened already.
 */
export async function answerReasons(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  referral: Referral,
  { reasons, replies }: { reasons: GivenReason[]; replies: ReasonReply[] },
): Promise<boolean> {
  await hold(tx, referral.id)
  if ((await tx.$count(referrals, eq(referrals.followsId, referral.id))) > 0) return false
  const changed = replies.filter((reply) => reply.words && !isAsBefore(reasons, reply))
  const emptied = replies.filter(
    ({ reasonId, words }) => !words && reasons.some(({ id, reply }) => id === reasonId && reply),
  )
  for (const reply of [...changed, ...emptied]) await keep(tx, actor, reply)
  if (changed.length + emptied.length > 0) await tellBoth(record, actor, referral, 'referral.reasons_answered')
  return true
}
