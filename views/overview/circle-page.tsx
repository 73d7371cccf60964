import type { CircleView } from '#src/overview/circle.ts'
import { paths } from '#src/paths.ts'
import { listed } from '../groups/roles.ts'
import { fullDay } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Cols } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { AgendaBlock } from './agenda-block.tsx'
import { LinksBlock, ReturnedBlock } from './circle-aside.tsx'
import { texts } from './circle-texts.ts'
import { DecidingBlock } from './deciding-block.tsx'
import { GlanceTable } from './glance-table.tsx'
import { Begin, type GroupPageProps, Standing } from './group-page.tsx'
import { InboxBlock } from './inbox-block.tsx'
import { PeopleBlock } from './people-block.tsx'
import { TasksBlock } from './tasks-block.tsx'
import { TextsBlock } from './texts-block.tsx'
import { UnfinishedBlock } from './unfinished-block.tsx'
import { Visit } from './visit.tsx'

export type CirclePageProps = Omit<GroupPageProps, 'myPart'> & { view: CircleView; mine: string[] }

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
      <Live id="returned-live" on="referrals" href={here}>
        <ReturnedBlock returned={space.returnedBy} circle={group} locale={locale} />
      </Live>
      <Live id="agenda-live" on="agendas" href={here}>
        <AgendaBlock agenda={space.agenda} group={group} locale={locale} />
      </Live>
      <Live id="tasks-live" on="tasks" href={here}>
        <TasksBlock tasks={tasks} group={group} locale={locale} />
      </Live>
      <Live id="people-live" on="people mandates" href={here}>
        <LinksBlock glances={view.glances} locale={locale} />
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

const Inbox = ({ group, space, locale }: CirclePageProps) => (
  <Live id="inbox-live" on="referrals proposals rounds" href={paths.group(group)}>
    <InboxBlock inbox={space.inbox} circle={group} locale={locale} />
  </Live>
)

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
      <Cols asideLabel={t.aside} aside={<Aside {...props} />} first={<Inbox {...props} />}>
        <Live id="deciding-live" on="rounds proposals records decisions" href={here}>
          <DecidingBlock
            deciding={space.deciding}
            group={group}
            title={t.deciding}
            nothing={t.nothingToDecide}
            locale={locale}
          />
        </Live>
        <Live id="unfinished-live" on="decisions tasks" href={here}>
          <UnfinishedBlock unfinished={view.unfinished} locale={locale} />
        </Live>
        <Live id="texts-live" on="documents reviews rounds referrals decisions" href={here}>
          <Texts {...props} />
        </Live>
      </Cols>
      <Live id="groups-live" on="groups mandates people tasks documents" href={here}>
        <GlanceTable glances={view.glances} mine={mine} locale={locale} />
      </Live>
      <Visit group={group} seen={seen} />
    </>
  )
}
