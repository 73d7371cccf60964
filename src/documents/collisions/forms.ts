import { z } from 'zod'
import { optional } from '../../web/form.ts'

/** No sentence that people write is longer. */
export const longestSentence = 5_000

const sentence = () => z.string('missing').max(longestSentence, 'too_long')

const itemId = z.strictObject({ client: z.int().min(0), clock: z.int().min(0) })

/** A place in the shared text, as Yjs writes it to JSON. */
const place = z.strictObject({
  type: itemId.nullish(),
  tname: z.string().max(20).nullish(),
  item: itemId.nullish(),
  assoc: z.int().min(-1).max(1).optional(),
})

const range = z.strictObject({ from: place, to: place })

const longestRange = 1_000

const parsedRange = z.string('missing').max(longestRange, 'too_long').transform(readJson).pipe(range)

/** Comes from a script of ours or from nobody; what cannot be read is no place. */
function readJson(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return null
  }
}

/** Empty: taken away altogether. */
export const collisionForm = z.object({
  before: sentence(),
  mine: sentence(),
  theirs: sentence(),
  other: optional(z.uuid('missing')),
  position: parsedRange,
})

export type CollisionForm = z.output<typeof collisionForm>
