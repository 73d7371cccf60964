import { z } from 'zod'
import { line, many, optional } from '../../web/form.ts'
import { uuid } from '../../web/ids.ts'
import { ballotChoice } from '../ballots/schema.ts'
import type { Behind } from './arranging.ts'

const known = new RegExp(`^(organisation|group):(${uuid})$`)

/** A seat is for an organisation or a group that is known, or for an organisation that gets its name here. */
export const seatForm = z
  .object({
    who: z.string('missing').min(1, 'missing'),
    organisation: optional(line(120)),
    givenBy: line(100),
  })
  .refine(({ who }) => who === 'new' || known.test(who), { path: ['who'], error: 'not_there' })
  .refine(({ who, organisation }) => who !== 'new' || organisation, { path: ['organisation'], error: 'missing' })

/** `left`: it has left the alliance, so that its open seats are gone too. */
export const endSeatForm = z.object({ endedBy: line(100), left: optional(z.literal('yes')) })

export function behindOf({ who, organisation = '' }: z.output<typeof seatForm>): Behind {
  const [, kind, id = ''] = known.exec(who) ?? []
  if (!kind) return { organisation }
  return kind === 'group' ? { sendingGroupId: id } : { organisationId: id }
}

export const holderForm = z.object({
  personId: z.uuid('missing'),
  rank: z.enum(['principal', 'deputy'], 'missing'),
})

export const proxyForm = z.object({ holderId: z.uuid('missing') })

export const recusalForm = z.object({ seat: z.uuid('missing'), category: line(100) })

export const confirmationForm = z.object({ seat: z.uuid('missing') })

const whole = (from: number) =>
  z.coerce.number('not_whole').int('not_whole').min(from, 'not_whole').max(100_000, 'too_much')

const typed = (from: number) =>
  z.preprocess((value) => (typeof value === 'string' && value.trim() === '' ? undefined : value), whole(from))

export const handsForm = z
  .object({ present: typed(1), yes: typed(0), no: typed(0), abstain: typed(0), void: optional(whole(0)) })
  .refine((hands) => hands.yes + hands.no + hands.abstain + (hands.void ?? 0) <= hands.present, {
    path: ['present'],
    error: 'more_than_present',
  })

export const attendanceForm = z.object({ seats: many(z.uuid('not_there')) })

export const restForm = z.object({ choice: z.enum(ballotChoice.enumValues, 'missing') })
