import { z } from 'zod'
import { clockOf, dayOf, instantOn } from '../../web/days.ts'
import { day, line, optional, text } from '../../web/form.ts'
import { meetingForm as forms } from '../schema.ts'
import type { MeetingPlan } from './planning.ts'

/** A time of day as a field for one sends it. */
export const clock = () => z.string('missing').regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time')

const webLink = () =>
  line(500).refine((typed) => URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol), 'not_a_link')

const days = z.coerce.number('not_a_number').int('not_a_number').min(0, 'not_a_number').max(90, 'not_a_number')

/** When, where and who; everything that a meeting is planned with. */
export const planForm = z
  .object({
    on: day(),
    from: clock(),
    until: clock(),
    /** Not called `form`: a field of that name hides the form itself from scripts. */
    held: z.enum(forms.enumValues, 'missing'),
    place: optional(line(200)),
    accessLink: optional(webLink()),
    facilitatorId: optional(z.uuid('not_a_member')),
    minuteTakerId: optional(z.uuid('not_a_member')),
    leadDays: days,
    /** What shall come onto the agenda at once. */
    referral: optional(z.uuid()),
  })
  .refine(({ from, until }) => until > from, { path: ['until'], error: 'before_start' })

export type PlanInput = z.output<typeof planForm>

export const planIn = (input: PlanInput): MeetingPlan => ({
  startsAt: instantOn(input.on, input.from),
  endsAt: instantOn(input.on, input.until),
  form: input.held,
  place: input.place ?? '',
  accessLink: input.accessLink ?? '',
  facilitatorId: input.facilitatorId ?? null,
  minuteTakerId: input.minuteTakerId ?? null,
  leadDays: input.leadDays,
})

/** A plan as the form shows it. */
export const typedPlan = (plan: MeetingPlan) => ({
  on: dayOf(plan.startsAt),
  from: clockOf(plan.startsAt),
  until: clockOf(plan.endsAt),
  held: plan.form,
  place: plan.place,
  accessLink: plan.accessLink,
  facilitatorId: plan.facilitatorId ?? '',
  minuteTakerId: plan.minuteTakerId ?? '',
  leadDays: String(plan.leadDays),
})

export type TypedPlan = ReturnType<typeof typedPlan>

export const cancellationForm = z.object({ reason: text(1000) })
