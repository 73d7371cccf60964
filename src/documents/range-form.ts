import { z } from 'zod'

const itemId = z.strictObject({ client: z.int().min(0), clock: z.int().min(0) })

/** A place in the shared text, as Yjs writes it to JSON. */
const place = z.strictObject({
  type: itemId.nullish(),
  tname: z.string().max(20).nullish(),
  item: itemId.nullish(),
  assoc: z.int().min(-1).max(1).optional(),
})

const longestRange = 1_000

/** From where to where in the shared text. */
export const range = z
  .string('missing')
  .max(longestRange, 'too_long')
  .transform(readJson)
  .pipe(z.strictObject({ from: place, to: place }))

/** Comes from a script of ours or from nobody; what cannot be read is no place. */
function readJson(typed: string): unknown {
  try {
    return JSON.parse(typed)
  } catch {
    return null
  }
}
