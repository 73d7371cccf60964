import { z } from 'zod'
import { line, optional } from '../../web/form.ts'
import { decisionMethod, finalOutcome } from '../schema.ts'
import { progresses } from './log-filter.ts'
import { standings } from './standing.ts'

const year = z.coerce.number().int().min(2000).max(9999)

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) => z.enum(values).optional().catch(undefined)

/** A link that somebody has bent shows everything rather than an error. */
export const logQuery = z.object({
  words: optional(line(200)).catch(undefined),
  group: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/)
    .optional()
    .catch(undefined),
  year: optional(year).catch(undefined),
  topic: optional(line(100)).catch(undefined),
  idea: z
    .string()
    .regex(/^[A-Z]{1,3}[0-9]{1,2}$/)
    .optional()
    .catch(undefined),
  outcome: oneOf(finalOutcome.enumValues),
  method: oneOf(decisionMethod.enumValues),
  standing: oneOf(standings),
  review: oneOf(['due']),
  progress: oneOf(progresses),
})

export const logPlace = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) })
