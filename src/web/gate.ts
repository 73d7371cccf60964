import { HTTPException } from 'hono/http-exception'
import type { Accepted, Refused } from './form.ts'

export function authorize(allowed: boolean): asserts allowed {
  if (!allowed) throw new HTTPException(403)
}

/** Missing and invisible look the same from outside. */
export function found<T>(record: T | null | undefined): T {
  if (record == null) throw new HTTPException(404)
  return record
}

/** Where nothing is typed, only chosen: whoever uses what the page offers is never refused. */
export function offered<T>(input: Accepted<T> | Refused): T {
  if (!input.ok) throw new HTTPException(422)
  return input.value
}
