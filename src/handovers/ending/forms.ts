import { z } from 'zod'
import { line, optional } from '../../web/form.ts'
import type { OpenItem } from './open.ts'

/** By which decision of the circle; asked of those who do not belong to the group. */
const by = optional(line(40))

export const heirForm = z.object({ heir: z.uuid('missing'), by })

export const restForm = z.object({ reason: line(500) })

export const dissolutionForm = z.object({ decision: line(40), by })

/** Two fields per thing, named by {@link fieldsOf}. */
export const destinationsForm = z.looseObject({})

export const fieldsOf = ({ kind, subjectId }: Pick<OpenItem, 'kind' | 'subjectId'>) => ({
  to: `to-${kind}-${subjectId}`,
  why: `why-${kind}-${subjectId}`,
})

export const typedWords = (typed: Record<string, unknown>, field: string): string => {
  const value = typed[field]
  return typeof value === 'string' ? value.trim().slice(0, 500) : ''
}
