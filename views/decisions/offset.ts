import type { Locale } from '#src/web/locale.ts'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    at: (p: { offset: string }) => `Uhrzeit in Deutschland, UTC${p.offset}`,
    changes: (p: { hours: number }) =>
      `Dazwischen werden die Uhren umgestellt, deshalb sind es ${p.hours}\u00A0Stunden.`,
  },
  en: {
    at: (p) => `time in Germany, UTC${p.offset}`,
    changes: (p) => `The clocks change in between, so these are ${p.hours}\u00A0hours.`,
  },
})

const withOffset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })

const name = (at: Date) => withOffset.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT'

/** "+2", "+1": how far the clocks of this place are ahead. */
const offset = (at: Date): string =>
  name(at)
    .replace('GMT', '')
    .replace(':00', '')
    .replace(/([+-])0/, '$1') || '+0'

const hour = 3_600_000

/** Where the clocks change between two instants the offset is part of the answer (`DOMAIN.md 4.1 G4`); otherwise null. */
export function offsetWords(locale: Locale, from: Date, to: Date): string | null {
  if (offset(from) === offset(to)) return null
  const t = texts[locale.lang]
  const hours = Math.round((to.getTime() - from.getTime()) / hour)
  return `${t.at({ offset: offset(to) })}. ${t.changes({ hours })}`
}
