import type { Group } from '#src/groups/schema.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'
import type { SessionFacts } from '#src/meetings/session/page-facts.ts'
import type { SessionRefusal } from '#src/meetings/session/showing.tsx'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { Dialog } from '../kit/dialog.tsx'
import { Live } from '../kit/live.tsx'
import { Blocked, Empty, Notice } from '../kit/notice.tsx'
import { Actions, Block, Cols, Head } from '../kit/structure.tsx'
import { Quorum } from './quorum-words.tsx'
import { SessionItems } from './session-items.tsx'
import { SessionPeople } from './session-people.tsx'
import { texts } from './session-texts.ts'
import { MeetingStatus } from './status.tsx'
import { When } from './when.tsx'

export type SessionPageProps = SessionFacts & {
  group: Group
  meeting: MeetingEntry
  me: string
  refused: SessionRefusal | null
  locale: Locale
}

/** Before anybody has sat down: opening is the one thing to do. */
const NotYet = ({ group, meeting, may, refused, locale }: SessionPageProps) => {
  const t = texts[locale.lang]
  const open = (
    <ActionForm action={paths.meetingOpening(group, meeting)} id="open-meeting" locale={locale} inline>
      <Button icon="users" busy={t.opening}>
        {t.open}
      </Button>
    </ActionForm>
  )
  return (
    <>
      {refused?.at === 'ending' && <Notice tone="care" first={t.problems.ending.not_opened} />}
      <Empty first={t.notOpen} actions={may.run && open}>
        {t.notOpenThen} {!may.run && t.whoOpens}
      </Empty>
    </>
  )
}

const Ending = ({ group, meeting, locale }: SessionPageProps) => {
  const t = texts[locale.lang]
  return (
    <Dialog id="end-meeting" label={t.end} icon="check" title={t.endAsk}>
      <p>{t.endThen}</p>
      <Actions>
        <ActionForm action={paths.meetingEnding(group, meeting)} id="end-meeting-form" locale={locale} inline>
          <Button busy={t.ending}>{t.endYes}</Button>
        </ActionForm>
        <Button rank="quiet" cancels>
          {t.stay}
        </Button>
      </Actions>
    </Dialog>
  )
}

const Running = (props: SessionPageProps) => {
  const { meeting, may, quorum, hasQuorum, locale } = props
  const t = texts[locale.lang]
  const isOn = meeting.state === 'in_session'
  const people = isOn ? t.people : t.peopleThen
  return (
    <Cols
      asideLabel={people}
      aside={
        <Block id="session-people" title={people}>
          {isOn && <Quorum {...{ quorum, hasQuorum, locale }} />}
          <SessionPeople {...props} />
        </Block>
      }
    >
      {!isOn && <Notice first={t.over}>{t.overThen}</Notice>}
      <Block id="session-items" title={t.items}>
        <SessionItems {...props} />
      </Block>
      {isOn && (may.run ? <Ending {...props} /> : <Blocked why={t.notMembers} />)}
    </Cols>
  )
}

const Ways = ({ group, meeting, documentId, locale }: SessionPageProps) => {
  const t = texts[locale.lang]
  const isWritten = meeting.state === 'in_session' || meeting.state === 'ended'
  return (
    <Actions>
      {documentId && isWritten && (
        <LinkButton href={paths.editDocument(group, { id: documentId })} rank="second" icon="pencil">
          {t.write}
        </LinkButton>
      )}
      {documentId && (
        <LinkButton href={paths.minutes(group, meeting)} rank="second" icon="file-text">
          {t.minutes}
        </LinkButton>
      )}
      <LinkButton href={paths.meeting(group, meeting)} rank="quiet" icon="calendar">
        {t.agenda}
      </LinkButton>
      {meeting.state === 'in_session' && (
        <LinkButton href="#session-people" rank="quiet" icon="users">
          {t.people}
        </LinkButton>
      )}
    </Actions>
  )
}

/** What is looked at while a group sits together. */
export const SessionPage = (props: SessionPageProps) => {
  const { group, meeting, locale } = props
  const t = texts[locale.lang]
  const isBefore = meeting.openedAt === null
  return (
    <>
      <Head
        over={
          <>
            <a href={paths.group(group)}>{group.name}</a> · <a href={paths.meeting(group, meeting)}>{meeting.cited}</a>
          </>
        }
        title={t.title({ number: meeting.cited })}
        lead={meeting.endedAt === null ? t.lead : t.leadThen}
      >
        <p>
          <MeetingStatus state={meeting.state} locale={locale} /> <When meeting={meeting} locale={locale} />
        </p>
        <Ways {...props} />
      </Head>
      <Live id="session" on={`meeting-${meeting.id}`} href={paths.session(group, meeting)}>
        {isBefore ? <NotYet {...props} /> : <Running {...props} />}
      </Live>
    </>
  )
}
