import { z } from 'zod'
import { day, line, many, optional, text } from '../web/form.ts'
import { dueFilters, stateFilters } from './lists.ts'
import { taskOrigin } from './schema.ts'

/** The page to be on again afterwards: one of ours, whatever was sent. */
const back = z
  .string()
  .regex(/^\/(?![/\\])[\x21-\x7e]{0,500}$/)
  .optional()
  .catch(undefined)

const rhythm = {
  unit: optional(z.enum(['week', 'month'], 'not_a_unit')),
  every: optional(z.coerce.number('not_a_number').int('not_a_number').min(1, 'not_a_number').max(52, 'not_a_number')),
}

export const taskForm = z.object({
  title: line(),
  details: optional(text(5000)),
  beginsOn: optional(day()),
  dueOn: optional(day()),
  ...rhythm,
  personIds: many(z.uuid('not_a_member')),
})

/** What a new task is to be made of is looked up, not judged by its form. */
export const newTaskForm = taskForm.extend({ comment: z.string().optional().catch(undefined) })

export type TaskForm = z.output<typeof taskForm>

export const completionForm = z.object({ result: optional(line(500)), back })

export const reopeningForm = z.object({ reason: optional(line(500)), back })

export const dropForm = z.object({ reason: text(1000) })

export const takeOverForm = z.object({ back })

export const remarkForm = z.object({ words: text(2000) })

export const stepForm = z.object({ words: line(200) })

export const stepMarkForm = z.object({ done: z.enum(['yes', 'no']).catch('yes') })

export const stepMoveForm = z.object({ to: z.enum(['up', 'down']).catch('up') })

export const beginningForm = z.object({ back })

/** By a button: one up, one down, to another column. By hand: to a column, below a card. */
export const placeForm = z.object({
  move: z.enum(['up', 'down', 'open', 'begun']).optional(),
  column: z.enum(['open', 'begun']).default('open'),
  below: optional(z.uuid()),
  back,
})

export type PlaceForm = z.output<typeof placeForm>

const chosen = <T extends z.ZodType>(schema: T) => optional(schema).catch(undefined)

/** What the address of the list says; whatever is not understood is not asked for. */
export const listQuery = z.object({
  view: z.enum(['list', 'board']).catch('list'),
  who: chosen(z.union([z.literal('nobody'), z.uuid()])),
  due: chosen(z.enum(dueFilters)),
  origin: chosen(z.enum(taskOrigin.enumValues)),
  state: chosen(z.enum(stateFilters)),
  page: z.coerce.number().int().min(1).max(9999).catch(1),
})

export type ListQuery = z.output<typeof listQuery>
