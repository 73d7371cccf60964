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

/** What was typed beside each reason, or which field has too much in it. */
export function repliesIn(reasons: GivenReason[], typed: Record<string, unknown>): ReasonReply[] | { tooLong: string } {
  const replies: ReasonReply[] = []
  for (const reason of reasons) {
    const words = reply.safeParse(typed[replyField(reason)])
    if (!words.success) return { tooLong: replyField(reason) }
    const place = passage.safeParse(typed[passageField(reason)])
    if (!place.success) return { tooLong: passageField(reason) }
    replies.push({ reasonId: reason.id, words: words.data ?? '', passage: place.data ?? '' })
  }
  return replies
}
