import type { RollNumbers } from '#src/decisions/register/sheet-roll.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts } from './decision-texts.ts'
import { categoryWords } from './seat-words.ts'

/** Who was entitled and who was not there, in numbers alone. */
export function rollWords(roll: RollNumbers, locale: Locale): string {
  const t = texts[locale.lang]
  const kinds = { person: t.persons, organisation: t.organisations, group: t.groups }
  const parts = [
    ...roll.seats.map(({ kind, count }) => kinds[kind]({ count })),
    ...roll.recused.map(({ category, count }) => t.recused({ count, category: categoryWords(locale, category) })),
    roll.lost > 0 && t.lost({ count: roll.lost }),
    roll.proxies > 0 && t.proxies({ count: roll.proxies }),
    ...roll.fallen.map(({ reason, count }) => t.fallen[reason]?.({ count })),
    roll.late > 0 && t.late({ count: roll.late }),
  ]
  return parts.filter(Boolean).join(' · ')
}
