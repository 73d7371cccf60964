import { z } from 'zod'
import { address } from '../identity/address.ts'
import { dayOf } from '../web/days.ts'
import { day, line, optional, text } from '../web/form.ts'
import { legalForm, role, standing } from './schema.ts'

const fromToday = () => day().refine((chosen) => chosen >= dayOf(new Date()), 'past')

/** A guest's last day: compulsory for a guest, meaningless for a member. */
const lastDayFits = (typed: { standing: string; endsOn?: string }, context: z.RefinementCtx) => {
  if (typed.standing === 'guest' && !typed.endsOn) {
    context.addIssue({ code: 'custom', path: ['endsOn'], message: 'missing' })
  }
}

const invitation = z.object({
  email: address(),
  standing: z.enum(standing.enumValues, 'missing'),
  endsOn: optional(fromToday()),
})

export const inviteForm = invitation.superRefine(lastDayFits)

export const inviteAnywhereForm = invitation
  .extend({ group: z.uuid('missing'), asLead: z.literal('on').optional() })
  .superRefine(lastDayFits)

export type InviteAnywhere = z.infer<typeof inviteAnywhereForm>

export const roleForm = z.object({
  role: z.enum(role.enumValues, 'missing'),
  endsOn: optional(fromToday()),
  givenBy: optional(line(100)),
})

export const lastDayForm = z.object({ endsOn: fromToday() })

/** Every so many months a group may be asked to report. */
export const rhythms = ['1', '2', '3', '6', '12'] as const

/** A new group may be there before the decision that gave its mandate has a number. */
const mandateFields = z.object({
  aim: text(500),
  domain: optional(text(2000)),
  limits: optional(text(2000)),
  deliverables: optional(text(2000)),
  reportMonths: z.enum(rhythms, 'missing').default('3'),
  givenBy: optional(line(100)),
  validUntil: optional(fromToday()),
  reviewOn: optional(fromToday()),
})

export type MandateInput = z.infer<typeof mandateFields>

export const mandateForm = mandateFields.extend({ givenBy: line(100) })

const ideaTitle = line(120)

export const ideaReplacementForm = z.object({ newerId: z.uuid('not_another') })

export const ideaForm = z.object({
  code: line(5).regex(/^[A-Z]{1,3}\d{1,2}$/, 'not_a_code'),
  title: ideaTitle,
})

export const ideaTitleForm = z.object({ title: ideaTitle })

export const asMandate = ({ aim, reportMonths, validUntil, reviewOn, ...words }: MandateInput) => ({
  aim,
  domain: words.domain ?? '',
  limits: words.limits ?? '',
  deliverables: words.deliverables ?? '',
  givenBy: words.givenBy ?? '',
  reportMonths: Number(reportMonths),
  validUntil: validUntil ?? null,
  reviewOn: reviewOn ?? null,
})

/** Would stand where `/groups/new` is. */
const taken = ['NEW']

const leadFits = (typed: { firstLead: string; personId?: string; email?: string }, context: z.RefinementCtx) => {
  const field = typed.firstLead === 'known' ? 'personId' : 'email'
  if (!typed[field]) context.addIssue({ code: 'custom', path: [field], message: 'missing' })
}

const form = z.enum(legalForm.enumValues, 'missing').default('informal')

/** The first lead is somebody known, or somebody who gets an invitation. */
export const newGroupForm = mandateFields
  .extend({
    name: line(80),
    prefix: line(10)
      .toUpperCase()
      .regex(/^[A-Z]{2,4}$/, 'form')
      .refine((prefix) => !taken.includes(prefix), 'taken'),
    legalForm: form,
    firstLead: z.enum(['known', 'new'], 'missing'),
    personId: optional(z.uuid('missing')),
    email: optional(address()),
  })
  .superRefine(leadFits)

export type NewGroupInput = z.infer<typeof newGroupForm>

export const acceptForm = z.object({ name: optional(line(100)) })

export const setUpForm = z.object({ alliance: line(120), circle: line(80), legalForm: form, email: address() })
