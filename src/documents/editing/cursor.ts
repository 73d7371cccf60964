import { z } from 'zod'
import { field } from '../markup.ts'
import { malformed, Refusal, tooLarge } from './guard/refusal.ts'

const maxState = 8 * 1024

const id = z.object({ client: z.int().nonnegative(), clock: z.int().nonnegative() })

/** A relative position, as Yjs writes it to JSON. */
const position = z.object({
  type: id.nullish(),
  tname: z.literal(field).nullish(),
  item: id.nullish(),
  assoc: z.int().optional(),
})

const present = z.object({ cursor: z.object({ anchor: position, head: position }).nullable().catch(null) })

/** All that a client may say about itself is where its cursor stands. `null` means that it has gone. */
export function readCursor(json: string): { cursor: unknown } | null {
  if (json.length > maxState) throw new Refusal(tooLarge, 'presence too large')
  const stated: unknown = JSON.parse(json)
  if (stated === null) return null
  const parsed = present.safeParse({ cursor: null, ...Object(stated) })
  if (!parsed.success) throw new Refusal(malformed, 'presence is not an object')
  return parsed.data
}
