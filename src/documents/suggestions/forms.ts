import { fromBase64 } from 'lib0/buffer'
import { z } from 'zod'
import { largestPatch } from './judging.ts'

/** Room enough that what is a little too large is told so, and not that it cannot be read. */
const longestSent = largestPatch * 4

const bytes = z
  .string()
  .max(longestSent)
  .regex(/^[A-Za-z0-9+/]*={0,2}$/)
  .transform(fromBase64)

/** Comes from a script of ours or from nobody. */
export const suggestionForm = z.object({
  id: z.uuid(),
  update: bytes,
  clients: z.array(z.int().nonnegative()).max(1_000),
  version: z.int().nonnegative(),
})

export type SuggestionForm = z.output<typeof suggestionForm>
