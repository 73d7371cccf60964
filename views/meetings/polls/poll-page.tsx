import type { Group } from '#src/groups/schema.ts'
import type { PollEntry } from '#src/meetings/polls/model.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../../kit/button.tsx'
import { dayTime, weekday } from '../../kit/dates.ts'
import { Facts } from '../../kit/facts.tsx'
import { Live } from '../../kit/live.tsx'
import { Notice } from '../../kit/notice.tsx'
import { Block, Column } from '../../kit/structure.tsx'
import { GroupHead } from '../../layout/group.tsx'
import { ClosingForm } from './closing-form.tsx'
import { PollTable } from './poll-table.tsx'
import { ReplyForm } from './reply-form.tsx'
import { texts } from './texts.ts'

export type PollPageProps = {
  group: Group
  me: string
  poll: PollEntry
  may: { reply: boolean; close: boolean }
  refused?: { form: 'reply' | 'closing'; input: Refused } | null
  locale: Locale
}

/** The dates, one's own answer, what all have said, and the choice. */
export const PollPage = (props: PollPageProps) => {
  const { group, poll, may, locale } = props
  const t = texts[locale.lang]
  const isOpen = poll.closing === null
  return (
    <>
      <GroupHead
        locale={locale}
        group={group}
        over={<a href={paths.polls(group)}>{t.title}</a>}
        title={poll.note || t.when}
        lead={isOpen ? t.change : undefined}
      />
      <Column>
        {!isOpen && <Ended {...props} />}
        {isOpen && may.reply && <ReplyForm {...props} />}
        <Live id="poll-replies" on={`poll-${poll.id}`} href={paths.poll(group, poll)}>
          <Column>
            <Block id="all" title={t.all}>
              <PollTable poll={poll} locale={locale} />
            </Block>
            <PollFacts poll={poll} locale={locale} />
            {isOpen && may.close && <ClosingForm {...props} />}
          </Column>
        </Live>
      </Column>
    </>
  )
}

const Ended = ({ group, poll: { dates, closing }, locale }: PollPageProps) => {
  const t = texts[locale.lang]
  const chosen = dates.find(({ id }) => id === closing?.dateId)
  if (!chosen || !closing?.meetingId) return <Notice first={t.without} />
  return (
    <Notice
      icon="calendar"
      first={t.closed({ when: dayTime(locale, chosen.startsAt) })}
      actions={<LinkButton href={paths.meeting(group, { id: closing.meetingId })}>{t.toMeeting}</LinkButton>}
    />
  )
}

const PollFacts = ({ poll, locale }: Pick<PollPageProps, 'poll' | 'locale'>) => {
  const t = texts[locale.lang]
  const { form, place, minutes, answerBy, opener } = poll
  return (
    <Facts
      facts={[
        { term: t.answerBy, words: weekday(locale, answerBy) },
        { term: t.form, words: [t.forms[form], place].filter(Boolean).join(', ') },
        { term: t.length, words: t.long({ minutes }) },
        { term: t.askedBy, words: opener },
      ]}
    />
  )
}
