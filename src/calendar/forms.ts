import { z } from 'zod'
import { day, line, optional } from '../web/form.ts'
import { deadlineKind } from './schema.ts'

export const deadlineForm = z.object({
  title: line(),
  kind: z.enum(deadlineKind.enumValues, 'missing'),
  counterpart: optional(line()),
  dueOn: day(),
  /** In the circle: who sees to it. */
  groupId: optional(z.uuid('not_a_group')),
  documentId: optional(z.uuid('not_a_text')),
})

export type DeadlineInput = z.output<typeof deadlineForm>

export const settlementForm = z.object({ outcome: line(500) })
