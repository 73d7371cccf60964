import { z } from 'zod'
import { line, many, optional } from '../../web/form.ts'
import { clock } from '../planning/forms.ts'

/** Members with one click, somebody without an account by name. */
export const arrivalForm = z.object({ personIds: many(z.uuid('not_a_member')), name: optional(line(80)) })

/** From when to when somebody was there. */
export const correctionForm = z.object({ from: clock(), to: optional(clock()) })

export const additionForm = z.object({ personId: z.uuid('missing'), from: clock(), to: clock() })

export const conflictForm = z.object({ personId: z.uuid('missing'), category: line(60) })
