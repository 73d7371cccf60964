import type { Group } from '#src/groups/schema.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Live } from '../kit/live.tsx'
import { Empty } from '../kit/notice.tsx'
import { Rows } from '../kit/rows.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { MeetingRow } from './meeting-row.tsx'
import { texts as polls } from './polls/texts.ts'
import { texts } from './texts.ts'

type Props = { group: Group; coming: MeetingEntry[]; past: MeetingEntry[]; mayPlan: boolean; locale: Locale }

const PlanLink = ({ group, locale }: Pick<Props, 'group' | 'locale'>) => (
  <LinkButton href={paths.newMeeting(group)} icon="plus">
    {texts[locale.lang].plan}
  </LinkButton>
)

const Coming = (props: Props) => {
  const { coming, mayPlan, locale } = props
  const t = texts[locale.lang]
  if (coming.length === 0) {
    return (
      <Empty first={t.none} actions={mayPlan && <PlanLink {...props} />}>
        {mayPlan ? t.noneThen : t.noneForMembers}
      </Empty>
    )
  }
  return (
    <Rows first>
      {coming.map((meeting) => (
        <MeetingRow meeting={meeting} locale={locale} />
      ))}
    </Rows>
  )
}

/** When a group meets and has met. */
export const MeetingsPage = (props: Props) => {
  const { group, coming, past, mayPlan, locale } = props
  const t = texts[locale.lang]
  const actions = (
    <>
      {mayPlan && coming.length > 0 && <PlanLink {...props} />}
      <LinkButton href={paths.polls(group)} icon="calendar" rank="second">
        {polls[locale.lang].title}
      </LinkButton>
    </>
  )
  return (
    <>
      <GroupHead locale={locale} group={group} tab="meetings" title={t.title} lead={t.lead} actions={actions} />
      <Live id="meetings" on="meetings" href={paths.meetings(group)}>
        <Column>
          <Block id="coming" title={t.coming} link={<a href={paths.allMeetings()}>{t.all}</a>}>
            <Coming {...props} />
          </Block>
          {past.length > 0 && (
            <Block id="past" title={t.past}>
              <Rows>
                {past.map((meeting) => (
                  <MeetingRow meeting={meeting} locale={locale} />
                ))}
              </Rows>
            </Block>
          )}
        </Column>
      </Live>
    </>
  )
}

type AllProps = { coming: MeetingEntry[]; mine: string[]; locale: Locale }

/** When the groups of the alliance meet: for all members; of other groups no more than title and day. */
export const AllMeetingsPage = ({ coming, mine, locale }: AllProps) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head title={t.all} lead={t.allLead} narrow />
      <Column>
        <Block id="coming" title={t.coming} quiet>
          {coming.length === 0 ? (
            <Empty first={t.allNone} />
          ) : (
            <Rows first>
              {coming.map((meeting) => (
                <MeetingRow meeting={meeting} locale={locale} showGroup isForeign={!mine.includes(meeting.groupId)} />
              ))}
            </Rows>
          )}
        </Block>
      </Column>
    </>
  )
}
