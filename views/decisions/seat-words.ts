import type { Locale } from '#src/web/locale.ts'
import { texts } from './seat-texts.ts'

/** A category of the rules; a group may have words of its own. */
export const categoryWords = ({ lang }: Locale, category: string): string =>
  texts[lang].categories[category] ?? category

/** "1 Sitz befangen (Amt bei Zuwendungsgeber)"; empty when none is. */
export function recusedWords(locale: Locale, recused: { category: string; count: number }[]): string {
  if (recused.length === 0) return ''
  const count = recused.reduce((sum, one) => sum + one.count, 0)
  const categories = recused.map(({ category }) => categoryWords(locale, category)).join(', ')
  return texts[locale.lang].recused({ count, categories })
}
