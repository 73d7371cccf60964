import type { Group } from '#src/groups/schema.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { DoneLine } from '../kit/notice.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { MeetingStatus } from './status.tsx'
import { texts } from './texts.ts'
import { When } from './when.tsx'

type Props = { group: Pick<Group, 'slug'>; meeting: MeetingEntry | null; mayPlan?: boolean; locale: Locale }

const Next = ({ group, meeting, locale }: Props & { meeting: MeetingEntry }) => {
  const t = texts[locale.lang]
  return (
    <>
      <p>
        <a href={paths.meeting(group, meeting)}>
          <b>{meeting.cited}</b>
        </a>{' '}
        <MeetingStatus state={meeting.state} locale={locale} />
      </p>
      <p>
        <When meeting={meeting} locale={locale} />
      </p>
      <p class="soft">{meeting.place || t.forms[meeting.form]}</p>
      <Actions>
        <LinkButton href={paths.meeting(group, meeting)} rank="second" icon="calendar">
          {t.toAgenda}
        </LinkButton>
      </Actions>
    </>
  )
}

/** When the group meets next: a block for its first page. */
export const NextMeeting = (props: Props) => {
  const { group, meeting, mayPlan, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="next-meeting" title={t.next} link={<a href={paths.meetings(group)}>{t.toAll}</a>}>
      {meeting ? <Next {...props} meeting={meeting} /> : <DoneLine>{t.nextNone}</DoneLine>}
      {!meeting && mayPlan && (
        <Actions>
          <LinkButton href={paths.newMeeting(group)} rank="second" icon="plus">
            {t.plan}
          </LinkButton>
        </Actions>
      )}
    </Block>
  )
}
