import { paths } from '#src/paths.ts'
import type { ReportEntry } from '#src/reports/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Block, Head } from '../kit/structure.tsx'
import { ReportNumbers } from './numbers.tsx'
import { texts } from './texts.ts'

/** One report of a group to the circle. */
export const ReportPage = ({ locale, report }: { locale: Locale; report: ReportEntry }) => {
  const t = texts[locale.lang]
  const { group, since, until, writtenBy: name, numbers } = report
  const span = { since: day(locale, since), until: day(locale, until), name }
  return (
    <>
      <Head
        over={<a href={paths.allReports()}>{t.toAll}</a>}
        title={t.reportOf({ group: group.name })}
        lead={t.span(span)}
      />
      <Facts
        facts={(['achieved', 'stuck', 'needed'] as const).map(
          (line) => report[line] !== '' && { term: t[line], words: report[line] },
        )}
      />
      <Block id="numbers" title={t.numbersTitle}>
        <ReportNumbers locale={locale} numbers={numbers} />
      </Block>
    </>
  )
}
