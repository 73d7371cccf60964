import { z } from 'zod'
import { day, line, many, optional, text } from '../web/form.ts'

/** The page to be on again afterwards: one of ours, whatever was sent. */
const back = z
  .string()
  .regex(/^\/(?![/\\])[\x21-\x7e]{0,500}$/)
  .optional()
  .catch(undefined)

export const taskForm = z.object({ title: line(), dueOn: optional(day()), personIds: many(z.uuid('not_a_member')) })

export const completionForm = z.object({ result: optional(line(500)), back })

export const reopeningForm = z.object({ reason: optional(line(500)), back })

export const dropForm = z.object({ reason: text(1000) })

export const takeOverForm = z.object({ back })
