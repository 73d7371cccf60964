import type { Child } from 'hono/jsx'
import type { Locale } from '#src/web/locale.ts'
import { day, dayCount, daysUntil, type When } from './dates.ts'
import { isOver, remainingLines } from './deadline.ts'
import { Icon } from './icon.tsx'
import { bilingual } from './texts.ts'

const texts = bilingual({
  de: { since: (p: { day: string }) => `seit ${p.day}`, waits: 'wartet', today: 'heute', yesterday: 'seit gestern' },
  en: { since: (p) => `since ${p.day}`, waits: 'waiting', today: 'today', yesterday: 'since yesterday' },
})

type RandProps = { top?: Child; main: Child; bottom?: Child; late?: boolean }

/** Three lines of the margin; on a phone one line above the title. */
export const Rand = ({ top, main, bottom, late }: RandProps) => (
  <p class={late ? 'rand is-late' : 'rand'}>
    {late && <Icon name="triangle-alert" />}
    {top && <span>{top} </span>}
    <b>{main}</b>
    {bottom && <span> {bottom}</span>}
  </p>
)

/** How long there is time: "noch 4 Tage, bis Fr, 9. Oktober"; red and in words when it is over. */
export const Remaining = ({ until, locale }: { until: When; locale: Locale }) => (
  <Rand {...remainingLines(locale, until)} late={isOver(locale, until)} />
)

/** How long something has been so: "wartet 27 Tage, seit 8. September". */
export const Since = ({ from, label, locale }: { from: When; label?: string; locale: Locale }) => {
  const t = texts[locale.lang]
  const days = Math.max(0, -daysUntil(locale, from))
  if (days === 0) return <Rand top={label ?? t.waits} main={t.today} />
  const bottom = days === 1 ? t.yesterday : t.since({ day: day(locale, from) })
  return <Rand top={label ?? t.waits} main={dayCount(locale, days)} bottom={bottom} />
}
