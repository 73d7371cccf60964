import type { ShownDeadline } from '#src/calendar/showing.ts'
import type { CircleView } from '#src/overview/circle/view.ts'
import { paths } from '#src/paths.ts'
import { listed } from '../groups/roles.ts'
import { fullDay } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Cols } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { NextMeeting } from '../meetings/next-meeting.tsx'
import { AgendaBlock } from './agenda-block.tsx'
import { ReturnedBlock } from './circle-aside.tsx'
import { texts } from './circle-texts.ts'
import { DeadlinesBlock } from './deadlines-block.tsx'
import { DecidingBlock } from './deciding-block.tsx'
import { ExceptionsBlock } from './exceptions-block.tsx'
import { GlanceTable } from './glance-table.tsx'
import { Begin, type GroupPageProps, Standing } from './group-page.tsx'
import { HealthBlock } from './health-block.tsx'
import { InboxBlock } from './inbox-block.tsx'
import { PeopleBlock } from './people-block.tsx'
import { ReviewsBlock } from './reviews-block.tsx'
import { TasksBlock } from './tasks-block.tsx'
import { TextsBlock } from './texts-block.tsx'
import { UnfinishedBlock } from './unfinished-block.tsx'
import { Visit } from './visit.tsx'

export type CirclePageProps = Omit<GroupPageProps, 'myPart'> & {
  view: CircleView
  deadlines: ShownDeadline[]
  /** How many are open, by proposal. */
  objections: Map<string, number>
  mine: string[]
}

function overline({ space, locale }: CirclePageProps): string {
  const t = texts[locale.lang]
  const voters = space.people.filter(({ membership }) => membership.votes).length
  const coordinators = space.people.filter(({ roles }) => roles.includes('coordinator'))
  return [
    fullDay(locale, locale.now),
    t.members({ count: voters }),
    coordinators.length > 0 &&
      t.coordination({
        names: listed(
          locale,
          coordinators.map(({ person }) => person.name),
        ),
      }),
  ]
    .filter(Boolean)
    .join(' · ')
}

const Aside = ({ group, me, space, tasks, view, locale }: CirclePageProps) => {
  const here = paths.group(group)
  return (
    <>
      <Live id="reviews-live" on="decisions agendas" href={here}>
        <ReviewsBlock reviews={view.reviews} circle={group} locale={locale} />
      </Live>
      <Live id="health-live" on="people mandates reports decisions tasks" href={here}>
        <HealthBlock health={view.health} unfinished={view.unfinished.count} circle={group} locale={locale} />
      </Live>
      <Live id="returned-live" on="referrals" href={here}>
        <ReturnedBlock returned={space.returnedBy} circle={group} locale={locale} />
      </Live>
      <Live id="exceptions-live" on="decisions rounds minutes" href={here}>
        <ExceptionsBlock exceptions={view.exceptions} circle={group} locale={locale} />
      </Live>
      <Live id="agenda-live" on="agendas" href={here}>
        <AgendaBlock agenda={space.agenda} group={group} locale={locale} />
      </Live>
      <Live id="tasks-live" on="tasks" href={here}>
        <TasksBlock tasks={tasks} group={group} locale={locale} />
      </Live>
      <Live id="people-live" on="people mandates" href={here}>
        <PeopleBlock people={space.people} mandate={space.mandate} group={group} me={me} locale={locale} />
      </Live>
    </>
  )
}

const Texts = ({ group, space, may, locale }: CirclePageProps) => {
  const t = texts[locale.lang]
  return (
    <TextsBlock
      entries={space.texts}
      group={group}
      title={t.texts}
      link={
        <span class="row-links">
          <a href={paths.ideas(group)}>{t.ideas}</a> <a href={paths.publications(group)}>{t.publications}</a>{' '}
          <a href={paths.documents(group)}>{t.allTexts}</a>
        </span>
      }
      empty={<Empty first={t.noTexts}>{t.noTextsThen}</Empty>}
      mayWrite={may.write}
      locale={locale}
    />
  )
}

const First = ({ group, space, view, deadlines, objections, may, locale }: CirclePageProps) => {
  const t = texts[locale.lang]
  const here = paths.group(group)
  return (
    <>
      <Live id="meeting-live" on="meetings" href={here}>
        <NextMeeting group={group} meeting={space.meeting} mayPlan={may.plan} locale={locale} />
      </Live>
      <Live id="deadlines-live" on="deadlines documents decisions" href={here}>
        <DeadlinesBlock deadlines={deadlines} group={group} locale={locale} />
      </Live>
      <Live id="inbox-live" on="referrals proposals rounds meetings" href={here}>
        <InboxBlock inbox={space.inbox} objections={objections} circle={group} locale={locale} />
      </Live>
      <Live id="deciding-live" on="rounds proposals records decisions" href={here}>
        <DecidingBlock
          deciding={space.deciding}
          objections={objections}
          group={group}
          title={t.deciding}
          nothing={t.nothingToDecide}
          locale={locale}
        />
      </Live>
      <Live id="unfinished-live" on="decisions tasks" href={here}>
        <UnfinishedBlock unfinished={view.unfinished} circle={group} locale={locale} />
      </Live>
    </>
  )
}

/** The circle's first page: what waits for whom (`DOMAIN.md 5.1`). */
export const CirclePage = (props: CirclePageProps) => {
  const { group, space, view, mine, may, seen, locale } = props
  const t = texts[locale.lang]
  const here = paths.group(group)
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        tab="overview"
        over={overline(props)}
        actions={<Begin group={group} may={may} locale={locale} />}
      >
        <Standing group={group} space={space} locale={locale} />
      </GroupHead>
      <Cols asideLabel={t.aside} aside={<Aside {...props} />} first={<First {...props} />}>
        <Live id="texts-live" on="documents reviews rounds referrals decisions" href={here}>
          <Texts {...props} />
        </Live>
      </Cols>
      <Live id="groups-live" on="groups mandates people tasks documents reports" href={here}>
        <GlanceTable glances={view.glances} links={view.health.links} circle={group} mine={mine} locale={locale} />
      </Live>
      <Visit group={group} seen={seen} />
    </>
  )
}
