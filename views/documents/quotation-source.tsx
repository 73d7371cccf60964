import type { QuotationStanding } from '#src/documents/quotations/standing.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts } from './quotation-texts.ts'

type Props = { standing: QuotationStanding; locale: Locale }

/** Where quoted words are from, as far as this reader may know. */
export const QuotationSource = ({ standing: { source }, locale }: Props) => {
  const t = texts[locale.lang]
  if (!source) return null
  const { snapshotNumber, group } = source
  const href = snapshotNumber === null ? paths.document(group, source) : paths.snapshot(group, source, snapshotNumber)
  return (
    <>
      {t.from} <a href={href}>{source.title}</a> ({group.name})
      {snapshotNumber !== null && `, ${t.version({ number: snapshotNumber })}`}.
    </>
  )
}

type LineProps = { standings: QuotationStanding[]; group: { slug: string }; document: { id: string }; locale: Locale }

/** What stands below an excerpt in its text: the source, and when something is to be decided. */
export const sourceLines =
  ({ standings, group, document, locale }: LineProps) =>
  (quotation: string) => {
    const t = texts[locale.lang]
    const standing = standings.find(({ id }) => id === quotation)
    if (!standing) return null
    const isQuiet = ['fixed', 'same', 'left'].includes(standing.is)
    return (
      <>
        <QuotationSource standing={standing} locale={locale} /> {!isQuiet && <b>{t.states[standing.is]}</b>}{' '}
        {standing.is === 'changed' && (
          <a href={`${paths.quotations(group, document)}#quotation-${standing.id}`}>{t.tend}</a>
        )}
      </>
    )
  }
