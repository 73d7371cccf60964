import { z } from 'zod'
import { optional, type Refused } from '../../web/form.ts'
import { uuid } from '../../web/ids.ts'
import { type Answer, choices } from '../rounds/casting.ts'
import type { Round, RoundOption } from '../rounds/schema.ts'
import { answerIn, ballotForm } from './forms.ts'
import { ballotChoice } from './schema.ts'

const papered = new RegExp(`^(${uuid}):(${uuid})$`)

/** A ballot with whose it is; `none` takes an entry out again. */
export const paperForm = ballotForm.extend({
  paper: z.string('missing').regex(papered, 'missing'),
  choice: optional(z.enum([...ballotChoice.enumValues, 'none'], 'missing')),
})

export function paperOf({ paper }: { paper: string }): { seatId: string; personId: string } {
  const [, seatId = '', personId = ''] = papered.exec(paper) ?? []
  return { seatId, personId }
}

/** What stands on a paper: like an answer, or nothing valid, or nothing any more. */
export function writtenOn(
  round: Pick<Round, 'method'>,
  options: RoundOption[],
  { choice, ...typed }: z.output<typeof paperForm>,
): Answer | Refused {
  if (choice === 'none') return { choice: null, reason: '' }
  return choice === 'void' ? { choice, reason: '' } : answerIn(round, options, { ...typed, choice })
}

/** One answer for everybody who has not said anything else; objections and vetoes are everybody's own. */
export const isForAll = ({ method }: Pick<Round, 'method'>, choice: string) =>
  choices[method].some((possible) => possible === choice) && !['objection', 'block', 'rated'].includes(choice)
