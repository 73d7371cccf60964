import { z } from 'zod'
import { line, many, optional } from '../../web/form.ts'

/** Members with one click, somebody without an account by name. */
export const arrivalForm = z.object({ personIds: many(z.uuid('not_a_member')), name: optional(line(80)) })

export const conflictForm = z.object({ personId: z.uuid('missing'), category: line(60) })
