import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { cleanText } from './clean.ts'

/** Field name → codes; the view of the form has the sentence for each code in both languages. */
export type Problems = Record<string, string[]>

export interface Accepted<T> {
  ok: true
  value: T
}

export interface Refused {
  ok: false
  problems: Problems
  /** As the person typed it, so that nothing has to be typed twice. */
  typed: Record<string, unknown>
}

export const refused = (typed: Record<string, unknown>, field: string, code: string): Refused => ({
  ok: false,
  problems: { [field]: [code] },
  typed,
})

/** Checkboxes and lists of people arrive as nothing, one string or many. */
export const many = <S extends z.ZodType>(item: S) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(item))

/** An optional field that was left empty is not there. */
export const optional = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), schema.optional())

const onOneLine = (typed: string) => typed.replace(/[\t\n\v\f\r\u2028\u2029 ]+/g, ' ')

export const line = (max = 200) =>
  z.string('missing').overwrite(onOneLine).trim().min(1, 'missing').max(max, 'too_long')

export const text = (max = 20_000) => z.string('missing').trim().min(1, 'missing').max(max, 'too_long')

const isOfThisCalendar = (typed: string) => typed >= '1900-01-01' && typed < '2200-01-01'

const written = /^\s*(\d{1,2})[./]\s*(\d{1,2})[./]\s*(\d{4})\s*$/

/** Where a device has no calendar to choose from, people write 9.10.2026. */
const stored = (typed: unknown): unknown => {
  const [, day = '', month = '', year] = typeof typed === 'string' ? (written.exec(typed) ?? []) : []
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed
}

/** Years that neither calendars nor the database can reckon with are typing errors. */
export const day = () =>
  z.preprocess(stored, z.iso.date({ error: 'not_a_day', abort: true }).refine(isOfThisCalendar, 'not_a_day'))

type Typed = Record<string, unknown>

const clean = (value: unknown): unknown =>
  typeof value === 'string' ? cleanText(value) : Array.isArray(value) ? value.map(clean) : value

/** A body that is not what its header says comes from no form. The size limit speaks through here too. */
const unreadable = (cause: unknown): never => {
  throw cause instanceof HTTPException ? cause : new HTTPException(400, { cause })
}

async function readTyped(c: Context): Promise<Typed> {
  const body = await c.req.parseBody({ all: true }).catch(unreadable)
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, clean(value)]))
}

/** Reads a form without judging it yet: the handler first loads and authorises, then looks at `ok`. */
export const form = <S extends z.ZodType>(schema: S) =>
  createMiddleware<{ Variables: { form: Accepted<z.output<S>> | Refused } }>(async (c, next) => {
    const typed = await readTyped(c)
    const parsed = schema.safeParse(typed)
    c.set(
      'form',
      parsed.success
        ? { ok: true, value: parsed.data }
        : { ok: false, problems: z.flattenError(parsed.error).fieldErrors as Problems, typed },
    )
    await next()
  })
