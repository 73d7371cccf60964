import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Actions } from '../kit/structure.tsx'
import { texts } from './session-texts.ts'

/** From the agenda into the meeting and to its minutes. */
export const SessionLinks = ({ meeting, locale }: { meeting: MeetingEntry; locale: Locale }) => {
  const t = texts[locale.lang]
  if (meeting.state === 'cancelled') return null
  return (
    <Actions>
      <LinkButton href={paths.session(meeting.group, meeting)} rank="second" icon="users">
        {t.toSession}
      </LinkButton>
      {meeting.openedAt && (
        <LinkButton href={paths.minutes(meeting.group, meeting)} rank="second" icon="file-text">
          {t.minutes}
        </LinkButton>
      )}
    </Actions>
  )
}
