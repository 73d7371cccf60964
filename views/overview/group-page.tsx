import type { ShownDeadline } from '#src/calendar/showing.ts'
import type { Group } from '#src/groups/schema.ts'
import type { GroupSpace } from '#src/overview/group-space.ts'
import type { Beginnings } from '#src/overview/policy.ts'
import { paths } from '#src/paths.ts'
import type { TaskEntry } from '#src/tasks/model.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { day } from '../kit/dates.ts'
import { Live } from '../kit/live.tsx'
import { Empty, Notice } from '../kit/notice.tsx'
import { Cols } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { NextMeeting } from '../meetings/next-meeting.tsx'
import type { RowAbilities } from '../tasks/task-row.tsx'
import { AgendaBlock } from './agenda-block.tsx'
import { AtCircleBlock } from './at-circle-block.tsx'
import { DeadlinesBlock } from './deadlines-block.tsx'
import { DecidingBlock } from './deciding-block.tsx'
import { DissolvedGroup } from './dissolved-group.tsx'
import { texts } from './group-texts.ts'
import { InboxBlock } from './inbox-block.tsx'
import { LatestDecision } from './latest-decision.tsx'
import { PeopleBlock } from './people-block.tsx'
import { ReceivedBlock } from './received-block.tsx'
import { TasksBlock } from './tasks-block.tsx'
import { TextsBlock } from './texts-block.tsx'
import { Visit } from './visit.tsx'

export type GroupPageProps = {
  group: Group
  me: string
  myPart: 'lead' | 'delegate' | 'member'
  space: GroupSpace
  tasks: { task: TaskEntry; group: Group; may: RowAbilities }[]
  may: Beginnings
  /** Days from outside that this group sees to. */
  deadlines: ShownDeadline[]
  seen: number
  locale: Locale
}

export const Begin = ({ group, may, locale }: Pick<GroupPageProps, 'group' | 'may' | 'locale'>) => {
  const t = texts[locale.lang]
  return (
    <>
      {may.write && (
        <LinkButton href={paths.newDocument(group)} icon="pencil">
          {t.write}
        </LinkButton>
      )}
      {may.record && (
        <LinkButton href={paths.newRecord(group)} rank="second">
          {t.record}
        </LinkButton>
      )}
      {may.propose && (
        <LinkButton href={paths.newProposal(group)} rank="second">
          {t.propose}
        </LinkButton>
      )}
      {may.addTask && (
        <LinkButton href={`${paths.tasks(group)}#write-task`} rank="second">
          {t.addTask}
        </LinkButton>
      )}
    </>
  )
}

/** A group that is resting, or works without a mandate says so on top; that it is over stands above every page of it. */
export const Standing = ({ group, space, locale }: Pick<GroupPageProps, 'group' | 'space' | 'locale'>) => {
  const t = texts[locale.lang]
  if (group.state === 'dissolved') return null
  const until = space.mandate?.validUntil
  return (
    <>
      {group.state === 'dormant' && <Notice first={t.dormant}>{t.dormantThen}</Notice>}
      {space.mandateIsOver && (
        <Notice tone="care" first={until ? t.mandateOver({ day: day(locale, until) }) : t.noMandate}>
          {t.mandateThen} <a href={paths.people(group)}>{t.toMandate}</a>
        </Notice>
      )}
    </>
  )
}

const overline = ({ space, myPart, locale }: GroupPageProps) => {
  const t = texts[locale.lang]
  const count = space.people.filter(({ membership }) => membership.standing === 'member').length
  return [t.workingGroup, t.members({ count }), t.youAre[myPart]].join(' · ')
}

const Aside = ({ group, me, space, deadlines, tasks, may, locale }: GroupPageProps) => {
  const here = paths.group(group)
  return (
    <>
      <Live id="meeting-live" on="meetings" href={here}>
        <NextMeeting group={group} meeting={space.meeting} mayPlan={may.plan} locale={locale} />
      </Live>
      <Live id="deadlines-live" on="deadlines documents decisions" href={here}>
        <DeadlinesBlock deadlines={deadlines} group={group} locale={locale} />
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

const Deciding = ({ group, space, locale }: GroupPageProps) => (
  <Live id="deciding-live" on="rounds proposals records decisions" href={paths.group(group)}>
    <DecidingBlock deciding={space.deciding} group={group} locale={locale} />
  </Live>
)

const AtWork = (props: GroupPageProps) => {
  const { group, space, may, locale } = props
  const t = texts[locale.lang]
  const here = paths.group(group)
  return (
    <Cols asideLabel={t.aside} aside={<Aside {...props} />} first={<Deciding {...props} />}>
      <Live id="circle-live" on="referrals documents" href={here}>
        <ReceivedBlock inbox={space.inbox} group={group} locale={locale} />
        <AtCircleBlock atCircle={space.atCircle} returned={space.returned} group={group} locale={locale} />
      </Live>
      {space.inbox.length > 0 && (
        <Live id="inbox-live" on="referrals" href={here}>
          <InboxBlock inbox={space.inbox} circle={group} locale={locale} />
        </Live>
      )}
      <Live id="texts-live" on="documents reviews rounds referrals decisions" href={here}>
        <TextsBlock
          entries={space.texts}
          group={group}
          title={t.texts}
          link={<a href={paths.documents(group)}>{t.allTexts}</a>}
          empty={<Empty first={t.noTexts}>{t.noTextsThen}</Empty>}
          mayWrite={may.write}
          locale={locale}
        />
      </Live>
      <Live id="decision-live" on="decisions tasks" href={here}>
        <LatestDecision latest={space.latest} group={group} locale={locale} />
      </Live>
    </Cols>
  )
}

/** A group at one glance: what is being decided, what lies with the circle, texts, tasks, people. */
export const GroupPage = (props: GroupPageProps) => {
  const { group, space, may, seen, locale } = props
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        tab="overview"
        over={overline(props)}
        lead={space.mandate?.aim}
        actions={<Begin group={group} may={may} locale={locale} />}
      >
        <Standing group={group} space={space} locale={locale} />
      </GroupHead>
      {group.state === 'dissolved' ? <DissolvedGroup {...props} /> : <AtWork {...props} />}
      <Visit group={group} seen={seen} />
    </>
  )
}
