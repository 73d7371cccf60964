import type { Report, Reported } from '#src/documents/conversion/converted.ts'
import type { DocumentImport } from '#src/documents/conversion/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { texts } from './import-texts.ts'

/** What came along as it was; everything else that was counted is another than in the file. */
const kept: Reported[] = ['pictures', 'footnotes', 'threads', 'tables', 'tasks']

/** In the order of the sentences: a stored report has none. */
const entriesOf = (report: Report, sentences: Record<Reported, unknown>) =>
  (Object.keys(sentences) as Reported[]).flatMap((what): [Reported, number][] => {
    const count = report[what]
    return count ? [[what, count]] : []
  })

/** Stands once above a text that has just been taken over from a file. */
export const ImportNotice = ({ imported, locale }: { imported: DocumentImport; locale: Locale }) => {
  const t = texts[locale.lang]
  const said = entriesOf(imported.report, t.counted).map(([what, count]) => ({
    what,
    words: t.counted[what]({ count }),
  }))
  const came = said.filter(({ what }) => kept.includes(what))
  const other = said.filter(({ what }) => !kept.includes(what))
  return (
    <div class="notice" id="import-report">
      <Icon name="info" />
      <div class="words">
        <p>
          <b>{t.first}</b> {imported.fileName !== '' && t.from({ file: imported.fileName })} {t.all}{' '}
          {came.length > 0 && `${t.kept} ${came.map(({ words }) => words).join('; ')}.`}
        </p>
        {other.length > 0 && (
          <>
            <p>{t.otherwise}</p>
            <ul>
              {other.map(({ words }) => (
                <li>{words}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}
