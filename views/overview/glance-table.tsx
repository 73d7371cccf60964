import type { Child } from 'hono/jsx'
import type { GroupLinks, PostHolder } from '#src/groups/links.ts'
import type { Group } from '#src/groups/schema.ts'
import type { Glance } from '#src/overview/circle/glances.ts'
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
  links: GroupLinks[]
  circle: Group
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

const sitting = (holders: PostHolder[]) =>
  holders.filter(({ isInCircle }) => isInCircle).map(({ personId }) => personId)

/** Of the two who should: a post counts where somebody who has it sits in the circle, and nobody counts twice. */
function filledIn({ leads, delegates }: GroupLinks): number {
  const posts = [sitting(leads), sitting(delegates)].filter(({ length }) => length > 0)
  return Math.min(posts.length, new Set(posts.flat()).size)
}

/** Lead and delegate, two people who both sit in the circle (`DOMAIN.md 2.1`). */
const Delegates = ({ glance, links, circle, locale }: Props & { glance: Glance }) => {
  const t = texts[locale.lang]
  const own = links.find(({ group }) => group.id === glance.group.id)
  const filled = own ? filledIn(own) : 0
  const words = <a href={paths.links(circle)}>{t.ofTwo({ count: filled })}</a>
  return filled < 2 ? <b>{words}</b> : words
}

const cells = (glance: Glance, props: Props): Child[] => {
  const { mine, locale } = props
  const t = texts[locale.lang]
  const { group, lastActive, drafts, inReview, lastReport } = glance
  return [
    mine.includes(group.id) ? <a href={paths.group(group)}>{group.name}</a> : group.name,
    mandateWords(glance, locale),
    lastActive ? ago(locale, lastActive) : t.never,
    taskWords(glance, locale),
    drafts,
    inReview,
    <a href={paths.allReports()}>{lastReport ? day(locale, lastReport) : t.noReport}</a>,
    <Delegates {...props} glance={glance} />,
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
    { label: t.inReview, figure: true },
    { label: t.lastReport },
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
