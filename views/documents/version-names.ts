import type { Side } from '#src/documents/versions/comparing.ts'
import type { Entry } from '#src/documents/versions/timeline.ts'
import type { Locale } from '#src/web/locale.ts'
import { day, time } from '../kit/dates.ts'
import { texts } from './version-texts.ts'

const moment = (locale: Locale, at: Date) => `${day(locale, at)}, ${time(locale, at)}`

type Named = Pick<Side, 'number' | 'suffix' | 'name' | 'reachedAt'>

/** "Fassung 3", the name that people gave it, or when it was so. */
export function nameOf(locale: Locale, { number, suffix, name, reachedAt }: Named): string {
  const t = texts[locale.lang]
  if (number !== null) return t.version({ number: `${number}${suffix}` })
  if (name !== '') return t.named({ name })
  return reachedAt ? t.stateOf({ when: moment(locale, reachedAt) }) : t.draft
}

/** How a row of the timeline begins. */
export function titleOf(locale: Locale, entry: Entry): string {
  const t = texts[locale.lang]
  if (entry.number !== null) return t.version({ number: `${entry.number}${entry.suffix}` })
  if (entry.name !== '') return t.named({ name: entry.name })
  return entry.kind === 'before_restoring' ? t.beforeRestoring : t.automatic
}

/** What was restored over it. */
export function restoredOver(locale: Locale, { restored: { number, from } }: Entry): string | null {
  const t = texts[locale.lang]
  if (number !== null) return t.thenRestored({ what: t.version({ number }) })
  return from ? t.thenRestored({ what: t.stateOf({ when: moment(locale, from) }) }) : null
}
