import type { Database } from '../../db/database.ts'
import type { Content } from '../../documents/markup.ts'
import { snapshotById } from '../../documents/versions/snapshots.ts'
import type { Actor } from '../../groups/actor.ts'
import type { GivenReason } from '../answers/given-reasons.ts'
import type { ReferralEntry } from '../entries.ts'
import { mayAnswerReasons, mayAnswerReferral, mayEndOwnReferral } from '../policy.ts'
import { anchorOf } from './passages.ts'
import { type RefusedReplacement, refusedReplacements } from './refused.ts'
import { type Replacement, replacedBy, replacementsOf } from './replacing.ts'

/** What can be done with a referral besides answering it, seen from one of its two groups. */
export interface SendingSide {
  /** By lead and delegates of the group that has sent it. */
  mayEnd: boolean
  mayAnswerReasons: boolean
  /** By those who answer: that a newer one takes its place. */
  mayPropose: boolean
  replacements: Replacement[]
  /** What the group has said where it did not want one. */
  refusals: RefusedReplacement[]
  /** Whose place this one has taken. */
  replaced: { id: string; cited: string }[]
  /** Why it was returned, with what the group says to that: read by the other side once it was sent. */
  reasons: GivenReason[]
  /** Whether the group may still change what it says. */
  isWithTheGroup: boolean
  /** Which reason of the sending before was answered where in this one. */
  answeredReasons: AnsweredReason[]
}

export interface AnsweredReason extends GivenReason {
  /** The heading in the text that was sent, where there is one of that name. */
  anchor: string | null
}

/** The other side reads what is said to the reasons only when it comes with the next sending. */
const unsent = (reasons: GivenReason[]): GivenReason[] => reasons.map((reason) => ({ ...reason, reply: null }))

export async function answeredReasons(db: Database, entry: ReferralEntry, before: ReferralEntry | undefined) {
  const reasons = before?.answer?.reasons ?? []
  if (reasons.length === 0) return []
  const snapshot = entry.snapshotId ? await snapshotById(db, entry.snapshotId) : null
  return reasons.map((reason) => ({
    ...reason,
    anchor: snapshot && reason.reply ? anchorOf(snapshot.content as Content, reason.reply.passage) : null,
  }))
}

export async function sendingSide(
  db: Database,
  actor: Actor,
  entry: ReferralEntry,
  sameMatter: ReferralEntry[],
): Promise<SendingSide> {
  const isOpen = entry.answer === null
  const isLatest = !sameMatter.some(({ followsId }) => followsId === entry.id)
  const isWithTheGroup = isLatest && entry.answer?.kind === 'returned'
  const reasons = entry.answer?.reasons ?? []
  const [replacements, replaced, refusals] = await Promise.all([
    isOpen ? replacementsOf(db, entry) : [],
    replacedBy(db, entry),
    isOpen ? refusedReplacements(db, entry) : [],
  ])
  return {
    mayEnd: isOpen && mayEndOwnReferral(actor, entry),
    mayAnswerReasons: mayAnswerReasons(actor, entry) && isWithTheGroup,
    isWithTheGroup,
    reasons: isWithTheGroup && entry.toId === actor.group.id ? unsent(reasons) : reasons,
    mayPropose: isOpen && mayAnswerReferral(actor, entry),
    replacements,
    replaced,
    refusals,
    answeredReasons: await answeredReasons(
      db,
      entry,
      sameMatter.find(({ id }) => id === entry.followsId),
    ),
  }
}
