import { z } from 'zod'
import { line, many, optional } from '../web/form.ts'
import { thingKind } from './schema.ts'

const longest = 60

const listed = (typed: string): string[] => [
  ...new Set(
    typed
      .split(',')
      .map((topic) => topic.trim())
      .filter((topic) => topic !== ''),
  ),
]

/** Which ideas, and words with commas between them. */
export const linksForm = z.object({
  ideaIds: many(z.uuid()),
  topics: optional(
    line(400)
      .transform(listed)
      .refine((topics) => topics.every((topic) => topic.length <= longest), 'too_long'),
  ),
})

export const checkForm = z.object({
  thing: z.enum(thingKind.enumValues, 'missing'),
  thingId: z.uuid('missing'),
  causeIds: many(z.uuid()),
  words: line(500),
})
