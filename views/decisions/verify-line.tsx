import type { Head } from '#src/decisions/chain/heads.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts } from './verify-page-texts.ts'

/** At the foot of a sheet, or of the register: what it can be checked by later. With a number: its own entry. */
export const ChainLine = ({ head, number, locale }: { head: Head | null; number?: string; locale: Locale }) => {
  if (!head) return null
  const t = texts[locale.lang]
  const sum = { sum: head.short }
  return (
    <p class="soft chain-line">
      {number ? t.line(sum) : t.end(sum)} · <a href={paths.decisionCheck({ number, sum: head.short })}>{t.lineCheck}</a>
    </p>
  )
}

/** The same sheet for programs and for paper. */
export const FileLine = ({ number, edition, locale }: { number: string; edition?: 'public'; locale: Locale }) => (
  <p class="soft files-line">
    {texts[locale.lang].files}:{' '}
    {(['pdf', 'csv', 'json'] as const).map((kind, index) => (
      <>
        {index > 0 && ', '}
        <a href={paths.decisionFile(number, kind, edition)}>{kind.toUpperCase()}</a>
      </>
    ))}
  </p>
)
