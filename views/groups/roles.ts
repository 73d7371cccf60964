import type { RoleTerm } from '#src/groups/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { listFormat } from '../kit/formats.ts'
import { texts } from './texts.ts'

/** "Leitung bis 2. März 2028". */
export const termInWords = (locale: Locale, { role, endsOn }: RoleTerm): string => {
  const t = texts[locale.lang]
  return endsOn ? t.roleUntil({ role: t.roles[role], day: day(locale, endsOn) }) : t.roles[role]
}

/** "Ayla, Bjarne und Gerd". */
export const listed = ({ lang }: Locale, names: string[]): string =>
  listFormat(lang, { type: 'conjunction' }).format(names)
