import type { MeetingEntry } from '#src/meetings/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { fullDay, machineTime, time, weekday } from '../kit/dates.ts'
import { Rand } from '../kit/rand.tsx'
import { texts } from './texts.ts'

type Span = Pick<MeetingEntry, 'startsAt' | 'endsAt'>

const withOffset = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Berlin', timeZoneName: 'longOffset' })

const offsetAt = (at: Date): string =>
  (withOffset.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT')
    .replace('GMT', '')
    .replace(':00', '')
    .replace(/([+-])0/, '$1') || '+0'

/** "19 Uhr bis 21:30 Uhr". */
export const hours = (locale: Locale, { startsAt, endsAt }: Span): string =>
  texts[locale.lang].fromTo({ from: time(locale, startsAt), to: time(locale, endsAt) })

/** How far the clocks are ahead of those in Greenwich, where people sit elsewhere (`DOMAIN.md 5.2`). */
export const offsetOf = (locale: Locale, { startsAt }: Pick<Span, 'startsAt'>): string =>
  texts[locale.lang].offset({ offset: offsetAt(startsAt) })

/** Between now and the meeting the clocks change: worth a word to whoever reckons. */
export const clocksChange = (locale: Locale, { startsAt }: Pick<Span, 'startsAt'>): boolean =>
  startsAt > locale.now && offsetAt(startsAt) !== offsetAt(locale.now)

/** "Dienstag, 13. Oktober 2026, 19 Uhr bis 21:30 Uhr". */
export const When = ({ locale, meeting }: { locale: Locale; meeting: Span }) => (
  <time datetime={machineTime(meeting.startsAt)}>
    {fullDay(locale, meeting.startsAt)}, {hours(locale, meeting)}
  </time>
)

/** In the margin: the day and from when. */
export const WhenRand = ({ locale, meeting }: { locale: Locale; meeting: Span }) => (
  <Rand main={weekday(locale, meeting.startsAt)} bottom={hours(locale, meeting)} />
)
