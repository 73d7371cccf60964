import { z } from 'zod'
import { day, line, many, optional, text } from '../../web/form.ts'

const longest = { words: 500, number: 30, scope: 100 }

export const reviewForm = z.object({
  until: day(),
  note: optional(text(longest.words)),
  readers: many(z.uuid()),
})

export const archivingForm = z.object({ reason: text(longest.words) })

export const replacementForm = z.object({ older: z.uuid('missing') })

export const successorForm = z.object({ decision: line(longest.number) })

export const editorForm = z.object({
  person: z.uuid('missing'),
  scope: line(longest.scope),
  decision: optional(line(longest.number)),
})

export const correctionForm = z.object({ note: optional(text(longest.words)), sure: z.string().optional() })
