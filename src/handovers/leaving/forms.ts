import { z } from 'zod'
import { line, optional } from '../../web/form.ts'

const givenBy = optional(line(200))

const nobody = 'nobody'

export const leaveForm = z.object({
  successor: optional(z.union([z.literal(nobody), z.uuid()], 'unknown')),
  givenBy,
})

/** The id of somebody, or null for nobody. */
export const chosen = (typed: unknown): string | null =>
  typeof typed === 'string' && typed !== '' && typed !== nobody ? typed : null

/** One field per group, named by {@link successorField}. */
export const leaveAllianceForm = z.looseObject({ givenBy })

export const successorField = (groupId: string) => `successor-${groupId}`
