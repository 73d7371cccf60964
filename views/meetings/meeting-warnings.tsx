import type { AgendaEntry } from '#src/meetings/agenda/entries.ts'
import type { Warnings } from '#src/meetings/agenda/warnings.ts'
import type { Locale } from '#src/web/locale.ts'
import { Notice } from '../kit/notice.tsx'
import { agendaTexts } from './agenda-texts.ts'

/** "TOP 3 und TOP 5". */
const tops = (locale: Locale, items: AgendaEntry[]): string =>
  new Intl.ListFormat(locale.lang, { type: 'conjunction' }).format(
    items.map(({ top }) => agendaTexts[locale.lang].top({ number: top ?? 0 })),
  )

/** What whoever prepares should know. None of it forbids anything. */
export const MeetingWarnings = ({ warnings, locale }: { warnings: Warnings; locale: Locale }) => {
  const t = agendaTexts[locale.lang]
  const { isLate, withoutPapers, latePapers, unnamed } = warnings
  return (
    <>
      {isLate && (
        <Notice tone="care" icon="clock" first={t.isLate}>
          {t.isLateThen}
        </Notice>
      )}
      {withoutPapers.length > 0 && (
        <Notice tone="care" icon="flag" first={t.withoutPapers({ tops: tops(locale, withoutPapers) })} />
      )}
      {latePapers.length > 0 && (
        <Notice tone="care" icon="clock" first={t.latePapers({ tops: tops(locale, latePapers) })} />
      )}
      {unnamed.length > 0 && (
        <Notice tone="care" icon="flag" first={t.unnamed({ tops: tops(locale, unnamed) })}>
          {t.unnamedThen}
        </Notice>
      )}
    </>
  )
}
