import type { MatterWay } from '#src/overview/circle/ways.ts'
import type { Locale } from '#src/web/locale.ts'
import { daysUntil } from '../../kit/dates.ts'
import { texts } from '../lists-texts.ts'

/** The fourth station is the circle, or the other group to which it went. */
export function stationName({ matter, at }: MatterWay, locale: Locale): string {
  const t = texts[locale.lang]
  return at === 4 && matter.to.kind !== 'circle' ? `${t.otherGroup}: ${matter.to.name}` : t.stations[at]
}

/** "wartet: 27 Tage, überfällig". */
export function waitingWords({ matter, at, since, isOverdue }: MatterWay, locale: Locale): string {
  const t = texts[locale.lang]
  const days = t.days({ days: Math.max(0, -daysUntil(locale, since)) })
  if (at === 5) return t.at.done({ answer: matter.answer ? t.answers[matter.answer.kind] : '' })
  if (at === 1) return t.at.back({ days })
  return isOverdue ? t.at.overdue({ days }) : t.at.waits({ days })
}
