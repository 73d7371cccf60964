import { z } from 'zod'
import { line, optional, text } from '../../web/form.ts'
import { itemType } from './schema.ts'

const minutes = z.coerce.number('not_minutes').int('not_minutes').min(1, 'not_minutes').max(480, 'not_minutes')

export const itemForm = z.object({
  title: line(),
  type: z.enum(itemType.enumValues, 'missing'),
  goal: optional(line(500)),
  minutes,
})

/** Where the words follow from what it is about, they need not be typed. */
export const itemChangeForm = itemForm.extend({ title: optional(line()) })

export type ItemInput = z.output<typeof itemForm>

export const removalForm = z.object({ reason: text(500) })

/** One step, or in front of another item; an empty `before` means to the end. */
export const orderForm = z.object({
  item: z.uuid('missing'),
  move: optional(z.enum(['up', 'down'])),
  before: optional(z.uuid()),
})

export type Move = z.output<typeof orderForm>
