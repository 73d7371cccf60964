import type { Child } from 'hono/jsx'
import type { Glance } from '#src/overview/circle.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ago, day, daysUntil } from '../kit/dates.ts'
import { Empty } from '../kit/notice.tsx'
import { Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { Table } from '../kit/table.tsx'
import { texts } from './circle-texts.ts'

type Props = {
  glances: Glance[]
  /** Groups that this person can enter. */
  mine: string[]
  locale: Locale
}

function mandateWords({ mandate }: Glance, locale: Locale): Child {
  const t = texts[locale.lang]
  if (!mandate) return t.mandateNone
  if (!mandate.validUntil) return t.mandateOpen
  const until = day(locale, mandate.validUntil)
  const isOver = daysUntil(locale, mandate.validUntil) < 0
  return isOver ? <Status state="late" label={t.mandateEnded({ day: until })} locale={locale} /> : until
}

const taskWords = ({ openTasks, overdueTasks }: Glance, locale: Locale): Child =>
  overdueTasks === 0 ? (
    openTasks
  ) : (
    <span>
      {openTasks}{' '}
      <Status state="late" label={texts[locale.lang].tasksOverdue({ count: overdueTasks })} locale={locale} />
    </span>
  )

const cells = (glance: Glance, { mine, locale }: Props): Child[] => {
  const t = texts[locale.lang]
  const { group, lastActive, drafts, links } = glance
  return [
    mine.includes(group.id) ? <a href={paths.group(group)}>{group.name}</a> : group.name,
    mandateWords(glance, locale),
    lastActive ? ago(locale, lastActive) : t.never,
    taskWords(glance, locale),
    drafts,
    t.ofTwo({ count: links }),
  ]
}

/** All working groups in one table: numbers and dates, no content. */
export const GlanceTable = (props: Props) => {
  const { glances, locale } = props
  const t = texts[locale.lang]
  const columns = [
    { label: t.group },
    { label: t.mandateUntil },
    { label: t.lastActive },
    { label: t.openTasks, figure: true },
    { label: t.drafts, figure: true },
    { label: t.delegates, figure: true },
  ]
  return (
    <Block id="groups" title={t.groups}>
      {glances.length === 0 ? (
        <Empty first={t.groupsEmpty} />
      ) : (
        <Table caption={t.groupsCaption} columns={columns} rows={glances.map((glance) => cells(glance, props))} />
      )}
    </Block>
  )
}
