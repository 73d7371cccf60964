import type { DecisionEntry } from '#src/decisions/register/log.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts } from './decision-texts.ts'

/** What a decision does to earlier ones; one that has not begun, or should never have been, has ended none. */
export function endedTerms({ standing }: Pick<DecisionEntry, 'standing'>, isEffective: boolean, { lang }: Locale) {
  const { now, later, never } = texts[lang].ends
  if (isEffective) return now
  return standing === 'annulled' ? never : later
}
