import { z } from 'zod'
import { instantOn } from '../../web/days.ts'
import { day, line, optional, type Problems } from '../../web/form.ts'
import { meetingForm } from '../schema.ts'
import { type PollChoice, pollChoice } from './schema.ts'

/** As many dates as can be asked about. */
export const slots = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const

type Slot = (typeof slots)[number]

const time = () => z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not_a_time')

const perSlot = <Name extends string, S>(name: Name, schema: () => S) =>
  Object.fromEntries(slots.map((slot) => [`${name}${slot}`, schema()])) as Record<`${Name}${Slot}`, S>

export const pollForm = z.object({
  ...perSlot('date', () => optional(day())),
  ...perSlot('time', () => optional(time())),
  minutes: z.coerce
    .number('not_so_long')
    .int('not_so_long')
    .min(15, 'not_so_long')
    .max(1440, 'not_so_long')
    .default(120),
  // A field that is called "form" would hide the form itself from its own fields.
  where: z.enum(meetingForm.enumValues).catch('on_site'),
  place: optional(line(200)),
  note: optional(line(500)),
  answerBy: day(),
})

export type PollInput = z.output<typeof pollForm>

/** Days with their times, in the order of the calendar, each once. A day without a time begins in the evening. */
export function datesIn(input: PollInput): Date[] {
  const typed = slots.flatMap((slot) => {
    const on = input[`date${slot}`]
    return on ? [instantOn(on, input[`time${slot}`] ?? '19:00').getTime()] : []
  })
  return [...new Set(typed)].sort((a, b) => a - b).map((at) => new Date(at))
}

/** What can be read and is no poll anyhow. */
export function problemsIn(input: PollInput, now: Date, today: string): Problems {
  const dates = datesIn(input)
  const [first] = dates
  const gone = slots.filter((slot) => {
    const on = input[`date${slot}`]
    return on && instantOn(on, input[`time${slot}`] ?? '19:00') <= now
  })
  return {
    ...Object.fromEntries(gone.map((slot) => [`date${slot}`, ['is_past']])),
    ...(dates.length < 2 && gone.length === 0 ? { date1: ['too_few'] } : {}),
    ...(input.answerBy < today || (first && instantOn(input.answerBy, '00:00') > first)
      ? { answerBy: ['no_use'] }
      : {}),
  }
}

export const replyPrefix = 'date-'

/** One choice per date, under a name that the page made from its id. */
export const replyForm = z.looseObject({})

const isChoice = (value: unknown): value is PollChoice => pollChoice.enumValues.some((choice) => choice === value)

/** Date id → what was ticked for it; null when a date was left out. */
export function choicesIn(typed: Record<string, unknown>, dateIds: string[]): Map<string, PollChoice> | null {
  const chosen = dateIds.flatMap((id) => {
    const value = typed[`${replyPrefix}${id}`]
    return isChoice(value) ? [[id, value] as const] : []
  })
  return chosen.length === dateIds.length ? new Map(chosen) : null
}

export const closingForm = z.object({ date: z.uuid('missing') })
