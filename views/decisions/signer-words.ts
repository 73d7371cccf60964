import type { Signers } from '#src/decisions/register/signers.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as groups } from '../groups/texts.ts'
import { texts } from './decision-texts.ts'

/** Two roles and a day; with names for the group itself alone (`DOMAIN.md 5.3`). */
export function signerWords({ lang }: Locale, signers: Signers, names: readonly string[], when: string): string {
  const as = signers.map((role) => (role ? groups[lang].roles[role] : texts[lang].member))
  const [first = '', second = ''] = as.map((role, place) => (names[place] ? `${names[place]} (${role})` : role))
  return texts[lang].twoPeople({ first, second, when })
}
