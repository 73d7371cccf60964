import { z } from 'zod'
import { optional } from '../../web/form.ts'
import { range } from '../range-form.ts'

/** No sentence that people write is longer. */
export const longestSentence = 5_000

const sentence = () => z.string('missing').max(longestSentence, 'too_long')

/** Empty: taken away altogether. */
export const collisionForm = z.object({
  before: sentence(),
  mine: sentence(),
  theirs: sentence(),
  other: optional(z.uuid('missing')),
  position: range,
})

export type CollisionForm = z.output<typeof collisionForm>
