import { type Actor, isMember } from '../../groups/actor.ts'
import type { Differing } from './minority.ts'

const agreeing: Record<string, (string | null)[]> = {
  adopted: ['consent', 'yes', 'support', null],
  rejected: ['no', null],
  status_quo_confirmed: [null],
}

/**
 * Whoever answered otherwise than it ended, or had objected on the way, may say so in a text that goes along with the
 * decision (`DOMAIN.md 0.11`): until a fortnight after the count, once.
 */
export const mayStateMinority = (actor: Actor, differing: Differing | null) =>
  isMember(actor) && differing !== null && !differing.hasWritten && !differing.isTooLate && differs(differing)

const differs = ({ outcome, choice, hasObjected }: Differing) =>
  hasObjected || !(agreeing[outcome] ?? [null]).includes(choice)
