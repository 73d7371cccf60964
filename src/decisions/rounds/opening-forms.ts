import { z } from 'zod'
import type { Rules } from '../../groups/rules.ts'
import { day, line, optional, text } from '../../web/form.ts'
import { roundMethod, type Scope } from '../schema.ts'
import { endOf, periodProblem, startOf } from './period.ts'
import { channelOf, isTooBigForSilence, unfit, type Way, ways } from './ways.ts'

const time = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time')

/** In which way, from when until when. */
export const openingFields = {
  way: z.enum(ways, 'missing').default('online'),
  closesOn: optional(day()),
  closesTime: optional(time()),
  startsOn: optional(day()),
  startsTime: optional(time()),
  urgency: optional(text(500)),
}

export interface OpeningInput {
  method: string
  way: Way
  closesOn?: string | undefined
  closesTime?: string | undefined
  startsOn?: string | undefined
  startsTime?: string | undefined
  urgency?: string | undefined
}

const prefix = 'seat-'

/** Who sits on several seats: person → the seat on which they count here. */
const chosenIn = (typed: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) =>
      name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value]] : [],
    ),
  )

/** With the version of the wording that was read before. */
export const openingForm = z
  .looseObject({
    method: z.enum(roundMethod.enumValues, 'missing'),
    version: z.coerce.number('changed').int('changed'),
    ...openingFields,
  })
  .transform((typed) => ({ ...typed, chosen: chosenIn(typed) }))

type Problem = [field: string, code: string]

/** What is wrong with how and how long everybody is to be asked, as field and code. */
export function openingProblem(input: OpeningInput, rules: Rules, scope: Scope, now: Date): Problem | null {
  const { method, closesOn, way } = input
  if (!rules.allowedMethods.some((allowed) => allowed === method)) return ['method', 'not_allowed']
  if (!closesOn) return ['closesOn', 'missing']
  const isTooBig = way === 'circular-silent' && isTooBigForSilence(scope)
  return (
    unfit(way, method, rules) ??
    (isTooBig ? ['way', `silent_${scope}`] : periodProblem({ ...input, closesOn }, rules, now))
  )
}

/** What was asked for, as a round keeps it. A start that has come by now is no announcement any more. */
export function roundDraftOf({ method, closesOn = '', way, urgency = '', ...rest }: OpeningInput, now: Date) {
  const startsAt = startOf(rest)
  return {
    method: method as (typeof roundMethod.enumValues)[number],
    ...channelOf(way),
    closesAt: endOf({ ...rest, closesOn }),
    startsAt: startsAt && startsAt > now ? startsAt : null,
    urgency,
  }
}

/** A later end, and why. */
export const extensionForm = z.object({ closesOn: day(), closesTime: optional(time()), reason: line(500) })

export const reasonForm = z.object({ reason: line(500) })
