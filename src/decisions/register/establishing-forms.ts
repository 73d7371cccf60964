import { z } from 'zod'
import { day, line, optional, text } from '../../web/form.ts'
import type { Decision } from './schema.ts'

/** How many tasks can be written down at once; more on the page of the decision. */
export const taskPlaces = [1, 2, 3] as const

const taskFields = {
  task1: optional(line()),
  task2: optional(line()),
  task3: optional(line()),
  due1: optional(day()),
  due2: optional(day()),
  due3: optional(day()),
  who1: optional(z.uuid('not_there')),
  who2: optional(z.uuid('not_there')),
  who3: optional(z.uuid('not_there')),
}

/** Who sends no summary at all takes that of the proposal; an empty one is missing. */
export const establishingForm = z.object({
  summary: line(300).optional(),
  reviewOn: optional(day()),
  ...taskFields,
})

export type EstablishingInput = z.output<typeof establishingForm>

export interface TaskWish {
  title: string
  dueOn: string | null
  personIds: string[]
}

export const tasksIn = (input: EstablishingInput): TaskWish[] =>
  taskPlaces.flatMap((place) => {
    const title = input[`task${place}`]
    const who = input[`who${place}`]
    return title ? [{ title, dueOn: input[`due${place}`] ?? null, personIds: who ? [who] : [] }] : []
  })

/** What somebody typed that did not go into the decision of whoever came first: it stands nowhere else. */
export interface LeftOut {
  words: string[]
  reviewOn?: string
}

/** What somebody's words are held against; `offered` is what stood in the field before anybody typed. */
export interface Beside {
  decision: Pick<Decision, 'summary' | 'reviewOn' | 'secondPersonId'>
  offered: string | null
  personId: string
}

export function leftOut(
  { summary, reviewOn }: Pick<EstablishingInput, 'summary' | 'reviewOn'>,
  { decision, offered, personId }: Beside,
): LeftOut | null {
  const isTyped = summary !== undefined && summary !== offered && summary !== decision.summary
  const isDay = reviewOn !== undefined && reviewOn !== decision.reviewOn && decision.secondPersonId !== personId
  return isTyped || isDay ? { words: isTyped ? [summary] : [], reviewOn: isDay ? reviewOn : undefined } : null
}

const anyLine = line(Number.MAX_SAFE_INTEGER)

/** Of a form that could not be read whole, so that its tasks were not kept either. */
export function typedIn(typed: Record<string, unknown>, beside: Beside): LeftOut | null {
  const said = (field: string) => anyLine.safeParse(typed[field]).data
  const left = leftOut({ summary: said('summary'), reviewOn: day().safeParse(typed.reviewOn).data }, beside)
  const words = [...(left?.words ?? []), ...taskPlaces.flatMap((place) => said(`task${place}`) ?? [])]
  return left || words.length > 0 ? { words, reviewOn: left?.reviewOn } : null
}

export const talkForm = z.object({ note: text(3000) })
