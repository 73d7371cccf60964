import { z } from 'zod'
import { line, optional, text } from '../../web/form.ts'
import type { GivenReason } from '../answers/given-reasons.ts'
import type { ReasonReply } from './answering-reasons.ts'

export const withdrawalForm = z.object({ words: text(2000) })

export const replacementForm = z.object({ successorId: z.uuid('missing'), words: optional(text(2000)) })

export const refusalForm = z.object({ words: optional(text(2000)) })

/** Its fields are named after the reasons, which only the referral knows. */
export const reasonsForm = z.looseObject({})

const reply = optional(text(2000))
const passage = optional(line(200))

export const replyField = ({ id }: Pick<GivenReason, 'id'>) => `reply-${id}`
export const passageField = ({ id }: Pick<GivenReason, 'id'>) => `passage-${id}`

/** What stands in the way, and at which field. */
interface Wrong {
  field: string
  code: 'too_long' | 'only_passage' | 'nothing_said'
}

function replyTo(reason: GivenReason, typed: Record<string, unknown>): ReasonReply | Wrong {
  const words = reply.safeParse(typed[replyField(reason)])
  if (!words.success) return { field: replyField(reason), code: 'too_long' }
  const place = passage.safeParse(typed[passageField(reason)])
  if (!place.success) return { field: passageField(reason), code: 'too_long' }
  if (place.data && !words.data) return { field: replyField(reason), code: 'only_passage' }
  return { reasonId: reason.id, words: words.data ?? '', passage: place.data ?? '' }
}

/** What was typed beside each reason. One may stay without an answer, all of them may not; an earlier answer is taken back. */
export function repliesIn(reasons: GivenReason[], typed: Record<string, unknown>): ReasonReply[] | Wrong {
  const replies: ReasonReply[] = []
  for (const reason of reasons) {
    const said = replyTo(reason, typed)
    if ('code' in said) return said
    replies.push(said)
  }
  const [first] = reasons
  const isNothing = replies.every(({ words }) => !words) && reasons.every((one) => !one.reply)
  return first && isNothing ? { field: replyField(first), code: 'nothing_said' } : replies
}
