import type { Child } from 'hono/jsx'
import type { Group } from '#src/groups/schema.ts'
import type { MandateCase } from '#src/overview/circle/health.ts'
import { paths } from '#src/paths.ts'
import type { MissingReport } from '#src/reports/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { DoneLine } from '../kit/notice.tsx'
import type { State } from '../kit/states.ts'
import { Status } from '../kit/status.tsx'
import { Table } from '../kit/table.tsx'
import { GroupHead } from '../layout/group.tsx'
import { texts } from './lists-texts.ts'

const looks: Record<MandateCase['state'], State> = { ends: 'open', over: 'late', none: 'late' }

type MandatesProps = { circle: Group; cases: MandateCase[]; mine: string[]; locale: Locale }

/** Whoever belongs to the group gets to its mandate; for all others its name says enough. */
const inOrOut = ({ group }: MandateCase, mine: string[]): Child =>
  mine.includes(group.id) ? <a href={paths.people(group)}>{group.name}</a> : group.name

/** Mandates that end within sixty days, have ended or are missing. */
export const MandatesPage = ({ circle, cases, mine, locale }: MandatesProps) => {
  const t = texts[locale.lang]
  const columns = [{ label: t.ofGroup }, { label: t.until }, { label: t.mandateState }]
  const rows = cases.map((one): Child[] => [
    inOrOut(one, mine),
    one.until ? day(locale, one.until) : '–',
    <Status state={looks[one.state]} label={t.mandateStates[one.state]} locale={locale} />,
  ])
  return (
    <>
      <GroupHead locale={locale} group={circle} title={t.mandatesTitle} lead={t.mandatesLead} />
      {rows.length === 0 ? (
        <DoneLine>{t.mandatesNone}</DoneLine>
      ) : (
        <Table caption={t.mandatesCaption} columns={columns} rows={rows} />
      )}
    </>
  )
}

/** Groups whose report to the circle is overdue. */
export const ReportsPage = ({
  circle,
  missing,
  locale,
}: {
  circle: Group
  missing: MissingReport[]
  locale: Locale
}) => {
  const t = texts[locale.lang]
  const columns = [{ label: t.ofGroup }, { label: t.lastReport }, { label: t.reportDue }]
  const rows = missing.map(({ group, until, dueOn }): Child[] => [
    group.name,
    until ? day(locale, until) : t.never,
    <Status state="late" label={day(locale, dueOn)} locale={locale} />,
  ])
  return (
    <>
      <GroupHead locale={locale} group={circle} title={t.reportsTitle} lead={t.reportsLead} />
      {rows.length === 0 ? (
        <DoneLine>{t.reportsNone}</DoneLine>
      ) : (
        <Table caption={t.reportsCaption} columns={columns} rows={rows} />
      )}
    </>
  )
}
