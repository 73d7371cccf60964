import { z } from 'zod'
import { line } from '../../web/form.ts'
import type { OpenItem } from './open.ts'

export const heirForm = z.object({ heir: z.uuid('missing') })

export const restForm = z.object({ reason: line(500) })

export const dissolutionForm = z.object({ decision: line(40) })

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
