import type { Group } from '#src/groups/schema.ts'
import type { MinutesPageFacts } from '#src/meetings/minutes/page-facts.ts'
import type { MinutesRefusal } from '#src/meetings/minutes/showing.tsx'
import type { MeetingEntry } from '#src/meetings/model.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Live } from '../kit/live.tsx'
import { Empty, Notice } from '../kit/notice.tsx'
import { Actions, Block, Column, Head } from '../kit/structure.tsx'
import { MinutesNotes } from './minutes-notes.tsx'
import { MinutesObjections } from './minutes-objections.tsx'
import { MinutesSections } from './minutes-sections.tsx'
import { MinutesStatus } from './minutes-status.tsx'
import { texts } from './minutes-texts.ts'
import { MinutesWay } from './minutes-way.tsx'
import { When } from './when.tsx'

export type MinutesPageProps = MinutesPageFacts & {
  group: Group
  meeting: MeetingEntry
  me: string
  refused: MinutesRefusal | null
  locale: Locale
}

const Ways = ({ group, meeting, minutes: { documentId, state }, locale }: MinutesPageProps) => {
  const t = texts[locale.lang]
  const isOpen = state !== 'approved'
  return (
    <Actions>
      {documentId && (
        <LinkButton
          href={isOpen ? paths.editDocument(group, { id: documentId }) : paths.document(group, { id: documentId })}
          icon={isOpen ? 'pencil' : 'book-open'}
        >
          {isOpen ? t.write : t.read}
        </LinkButton>
      )}
      <LinkButton href={paths.session(group, meeting)} rank="second" icon="users">
        {t.toSession}
      </LinkButton>
      {state === 'approved' && (
        <LinkButton href={paths.approvedMinutes(meeting)} rank="quiet" icon="globe">
          {t.forAll}
        </LinkButton>
      )}
    </Actions>
  )
}

const problemIn = ({ refused, locale }: MinutesPageProps): string | null => {
  if (!refused || (refused.form !== 'line' && refused.form !== 'approval')) return null
  const code = Object.values(refused.input.problems)[0]?.[0] ?? 'other'
  const { problem } = texts[locale.lang]
  return problem[code] ?? problem.other ?? null
}

/** Once it goes round that comes first: it is what there is to do. */
const Way = (props: MinutesPageProps) => (
  <>
    <Block id="minutes-way" title={texts[props.locale.lang].way}>
      <MinutesWay {...props} />
    </Block>
    <MinutesObjections {...props} />
    <MinutesNotes {...props} />
  </>
)

/** What a group wrote down, and the way until it holds. */
export const MinutesPage = (props: MinutesPageProps) => {
  const { group, meeting, minutes, locale } = props
  const t = texts[locale.lang]
  const problem = problemIn(props)
  const isWritten = minutes.state === 'none' || minutes.state === 'draft'
  return (
    <>
      <Head
        narrow
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> · <a href={paths.meeting(group, meeting)}>{meeting.cited}</a>
          </>
        }
        title={t.title({ number: meeting.cited })}
        lead={minutes.state === 'approved' ? t.leadThen : t.lead}
      >
        <p>
          <MinutesStatus state={minutes.state} locale={locale} /> <When meeting={meeting} locale={locale} />
        </p>
        <Ways {...props} />
        {problem && <Notice tone="late" first={problem} />}
      </Head>
      <Live
        id="minutes"
        on={`meeting-${meeting.id} tasks records decisions document-${minutes.documentId}`}
        href={paths.minutes(group, meeting)}
      >
        <Column>
          {isWritten ? null : <Way {...props} />}
          {minutes.state === 'none' ? <Empty first={t.none} /> : <MinutesSections {...props} />}
          {isWritten && minutes.state !== 'none' && <Way {...props} />}
        </Column>
      </Live>
    </>
  )
}
