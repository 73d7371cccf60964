import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { MissingReport, ReportEntry } from '#src/reports/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { day, shortDay } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Block, Cols, Head } from '../kit/structure.tsx'
import { texts } from './texts.ts'

type Props = { locale: Locale; reports: ReportEntry[]; missing: MissingReport[]; mine: Group[] }

const Missing = ({ locale, missing }: Props) => {
  const t = texts[locale.lang]
  return (
    <Block id="missing" title={t.missing}>
      {missing.length === 0 && <Empty first={t.noneMissing}>{t.noneMissingMore}</Empty>}
      <Rows>
        {missing.map(({ group, until, dueOn }) => (
          <Row
            rand={<Rand top={t.due} main={shortDay(locale, dueOn)} late />}
            title={group.name}
            meta={until ? t.last({ day: day(locale, until) }) : t.never}
          />
        ))}
      </Rows>
    </Block>
  )
}

const first = ({ achieved, stuck, needed }: ReportEntry) => achieved || stuck || needed

/** What the groups have told the circle, and from whom it waits for a report. */
export const ReportsPage = (props: Props) => {
  const { locale, reports, mine } = props
  const t = texts[locale.lang]
  const actions = mine.map((group) => (
    <LinkButton href={paths.newReport(group)} icon="plus">
      {t.write({ group: group.name })}
    </LinkButton>
  ))
  return (
    <>
      <Head title={t.reports} lead={t.reportsLead} actions={actions.length > 0 && actions} />
      <Live id="reports" on="reports mandates" href={paths.allReports()}>
        <Cols asideLabel={t.missing} aside={<Missing {...props} />}>
          <h2 class="vh">{t.reports}</h2>
          {reports.length === 0 && <Empty first={t.none}>{t.noneMore}</Empty>}
          <Rows first>
            {reports.map((report) => (
              <Row
                rand={<Rand main={shortDay(locale, report.until)} />}
                title={report.group.name}
                href={paths.report(report)}
                meta={report.writtenBy}
              >
                <p>{first(report)}</p>
              </Row>
            ))}
          </Rows>
        </Cols>
      </Live>
    </>
  )
}
