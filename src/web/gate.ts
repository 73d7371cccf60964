import { HTTPException } from 'hono/http-exception'

export function authorize(allowed: boolean): asserts allowed {
  if (!allowed) throw new HTTPException(403)
}

/** Missing and invisible look the same from outside. */
export function found<T>(record: T | null | undefined): T {
  if (record == null) throw new HTTPException(404)
  return record
}
