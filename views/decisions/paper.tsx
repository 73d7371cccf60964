import type { SnapshotNote } from '#src/decisions/papers.ts'
import type { Locale } from '#src/web/locale.ts'
import { Sheet, Wording } from '../kit/sheet.tsx'
import { texts } from './texts.ts'

type Props = { label: string; wording: string; snapshot?: SnapshotNote | null; href?: string; locale: Locale }

/** The sentences that it is about, and the frozen text behind them. */
export const WordingSheet = ({ label, wording, snapshot, href, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <Sheet>
      <p class="soft">{label}</p>
      <Wording text={wording} />
      {snapshot && (
        <p class="meta">
          {href && (
            <>
              <a href={href}>{t.readText}</a> ·{' '}
            </>
          )}
          {t.quoted(snapshot)}, {t.version({ number: `${snapshot.number}${snapshot.suffix}` })}, {t.doesNotChange}
        </p>
      )}
    </Sheet>
  )
}
