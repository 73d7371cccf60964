import { z } from 'zod'
import { optional, type Refused, text } from '../../web/form.ts'
import { type Answer, choices } from '../rounds/casting.ts'
import type { Round, RoundOption } from '../rounds/schema.ts'
import { ballotChoice } from './schema.ts'

/** What may or must be explained; each reason has a field of its own, so that changing one's mind loses nothing. */
const reasons = ['concern', 'objection', 'reservations', 'stand_aside', 'serious_concerns', 'block'] as const

type Reasoned = (typeof reasons)[number]

const needsReason: readonly string[] = ['objection', 'block'] satisfies Reasoned[]

const reason = optional(text(3000))

const said = z.looseObject({
  choice: optional(z.enum(ballotChoice.enumValues, 'missing')),
  seat: optional(z.uuid('not_there')),
  concern: reason,
  objection: reason,
  reservations: reason,
  stand_aside: reason,
  serious_concerns: reason,
  block: reason,
})

export const ratingName = (option: Pick<RoundOption, 'id'>) => `rating-${option.id}`

/** Everything that an answer may consist of; which part of it counts depends on the round. */
export const ballotForm = said

export type TypedBallot = z.output<typeof said>

const reasonOf = (typed: TypedBallot, choice: string) =>
  reasons.some((name) => name === choice) ? (typed[choice as Reasoned] ?? '') : ''

const refusal = (typed: TypedBallot, fields: string[], code: string): Refused => ({
  ok: false,
  problems: Object.fromEntries(fields.map((field) => [field, [code]])),
  typed,
})

/** The same form again, with what has become true meanwhile: `late`, `counted`, `ahead`. */
export const notTaken = (typed: TypedBallot, code: string): Refused => refusal(typed, ['choice'], code)

/** What was typed as an answer in this round, or what is missing in it. */
export const answerIn = (
  { method }: Pick<Round, 'method'>,
  options: Pick<RoundOption, 'id'>[],
  typed: TypedBallot,
): Answer | Refused => (method === 'systemic_consensing' ? rated(options, typed) : chosen(choices[method], typed))

function chosen(possible: readonly string[], typed: TypedBallot): Answer | Refused {
  const { choice } = typed
  if (!choice || !possible.includes(choice)) return refusal(typed, ['choice'], 'missing')
  const reason = reasonOf(typed, choice)
  return needsReason.includes(choice) && !reason ? refusal(typed, [choice], 'missing') : { choice, reason }
}

/** Every option is rated or the ballot is not complete, and only complete ones count (`DOMAIN.md 4.7`). */
function rated(options: Pick<RoundOption, 'id'>[], typed: TypedBallot): Answer | Refused {
  const ratings = options.map((option) => ({ option, resistance: resistance(typed[ratingName(option)]) }))
  const unrated = ratings.filter(({ resistance }) => resistance === null).map(({ option }) => ratingName(option))
  if (unrated.length > 0) return refusal(typed, unrated, 'missing')
  return {
    choice: 'rated',
    reason: '',
    ratings: Object.fromEntries(ratings.map(({ option, resistance }) => [option.id, resistance ?? 0])),
  }
}

const resistance = (typed: unknown): number | null =>
  typeof typed === 'string' && /^(?:\d|10)$/.test(typed) ? Number(typed) : null

export const retractionForm = z.object({ seat: optional(z.uuid('not_there')) })
