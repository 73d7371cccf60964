import type { Child } from 'hono/jsx'
import type { Warnings } from '#src/meetings/agenda/warnings.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { day, fullDay, weekday } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { Live } from '../kit/live.tsx'
import { Empty, Notice } from '../kit/notice.tsx'
import { Block, Cols } from '../kit/structure.tsx'
import { GroupHead } from '../layout/group.tsx'
import { AgendaList, type AgendaListProps, TakenOff } from './agenda-list.tsx'
import { agendaTexts } from './agenda-texts.ts'
import { ItemFields } from './item-fields.tsx'
import { MeetingWarnings } from './meeting-warnings.tsx'
import { MeetingStatus } from './status.tsx'
import { texts } from './texts.ts'
import { clocksChange, hours, offsetOf } from './when.tsx'

export type MeetingPageProps = Omit<AgendaListProps, 'outBy'> & {
  warnings: Warnings
  /** Its time has passed, and nobody has opened it. */
  isMissed: boolean
  /** How much waits that is not on the agenda yet. */
  waiting: number
  mayPlan: boolean
  refused: Refused | null
  /** What the meeting itself brings: session, minutes. */
  more?: Child
}

const Where = ({ meeting, locale }: Pick<MeetingPageProps, 'meeting' | 'locale'>) => (
  <>
    {meeting.place || texts[locale.lang].forms[meeting.form]}
    {meeting.place && meeting.form !== 'on_site' && `, ${texts[locale.lang].forms[meeting.form]}`}
  </>
)

const About = ({ group, meeting, warnings, mayPlan, isToCome, locale }: MeetingPageProps) => {
  const t = agendaTexts[locale.lang]
  const words = texts[locale.lang]
  const when = `${fullDay(locale, meeting.startsAt)}, ${hours(locale, meeting)} (${offsetOf(locale, meeting)})`
  return (
    <Block id="about-meeting" title={t.about}>
      <Facts
        facts={[
          { term: t.when, words: clocksChange(locale, meeting) ? `${when}. ${words.clocksChange}` : when },
          { term: t.where, words: <Where meeting={meeting} locale={locale} /> },
          meeting.accessLink !== '' && {
            term: t.access,
            words: (
              <a href={meeting.accessLink} rel="noreferrer">
                {meeting.accessLink}
              </a>
            ),
          },
          { term: t.facilitator, words: meeting.facilitator ?? t.open },
          { term: t.minuteTaker, words: meeting.minuteTaker ?? t.open },
        ]}
      />
      {isToCome && <p class="soft">{t.outBy({ day: weekday(locale, warnings.outBy) })}</p>}
      <p>
        <a href={paths.meetingFile(group, meeting)} download>
          {t.file}
        </a>
      </p>
      {mayPlan && isToCome && (
        <LinkButton href={paths.meetingDetails(group, meeting)} rank="second" icon="pencil">
          {t.details}
        </LinkButton>
      )}
    </Block>
  )
}

const Inviting = ({ group, meeting, mayPlan, locale }: MeetingPageProps) => {
  const t = agendaTexts[locale.lang]
  if (meeting.invitedAt) return <p class="soft">{t.invitedOn({ day: day(locale, meeting.invitedAt) })}</p>
  if (!mayPlan || meeting.state !== 'planned') return null
  return (
    <ActionForm action={paths.meetingInvitation(group, meeting)} id="invite" locale={locale}>
      <p>{t.inviteThen}</p>
      <Button icon="mail" busy={t.inviting}>
        {t.invite}
      </Button>
    </ActionForm>
  )
}

const TakeIn = ({ group, meeting, waiting, mayArrange, locale }: MeetingPageProps) => {
  const t = agendaTexts[locale.lang]
  if (!mayArrange || waiting === 0) return null
  return (
    <ActionForm action={paths.agendaIntake(group, meeting)} id="take-in" locale={locale} inline>
      <span>{t.waits({ count: waiting })}</span>
      <Button rank="second" icon="plus" busy={t.takingIn}>
        {t.takeIn}
      </Button>
    </ActionForm>
  )
}

const Add = ({ group, meeting, refused, locale }: MeetingPageProps) => {
  const t = agendaTexts[locale.lang]
  const form = { id: 'new-item', locale, refused, problems: t.problems }
  return (
    <Fold id="add-item" label={t.add} icon="plus" open={refused !== null}>
      <ActionForm action={paths.agendaItems(group, meeting)} form={form} locale={locale}>
        <ItemFields form={form} />
        <Button busy={t.adding}>{t.add}</Button>
      </ActionForm>
    </Fold>
  )
}

const Sum = ({ warnings: { planned, length }, locale }: Pick<MeetingPageProps, 'warnings' | 'locale'>) => {
  const t = agendaTexts[locale.lang]
  const over = planned - length
  return (
    <p class="agenda-sum">
      {t.sum({ planned, length })} {over > 0 && <b>{t.tooLong({ over })}</b>}
    </p>
  )
}

const Agenda = (props: MeetingPageProps) => {
  const { agenda, warnings, mayArrange, locale } = props
  const t = agendaTexts[locale.lang]
  const off = agenda.filter(({ top }) => top === null)
  return (
    <Block id="agenda" title={t.agenda}>
      {agenda.length === 0 ? <Empty first={t.empty} /> : <AgendaList {...props} outBy={warnings.outBy} />}
      <p class="vh" role="status" id="agenda-said" hx-preserve="" />
      <Sum {...props} />
      {mayArrange && <p class="soft agenda-keys">{t.keys}</p>}
      <TakeIn {...props} />
      {mayArrange && <Add {...props} />}
      {off.length > 0 && (
        <Fold id="taken-off" label={t.takenOff} rank="quiet" icon="history">
          <TakenOff agenda={off} locale={locale} />
        </Fold>
      )}
    </Block>
  )
}

/** One meeting: its agenda, and what there is to know about it. */
export const MeetingPage = (props: MeetingPageProps) => {
  const { group, meeting, isMissed, warnings, mayPlan, more, locale } = props
  const t = agendaTexts[locale.lang]
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a>
      {'\u00A0· '}
      <a href={paths.meetings(group)}>{texts[locale.lang].title}</a>
    </>
  )
  const title = `${meeting.cited}, ${fullDay(locale, meeting.startsAt)}`
  return (
    <>
      <GroupHead {...{ locale, group, over, title }} tab="meetings" />
      <Live id="meeting" on={`meeting-${meeting.id}`} href={paths.meeting(group, meeting)}>
        <Cols aside={<About {...props} />} asideLabel={t.about}>
          <p>
            <MeetingStatus state={meeting.state} locale={locale} />
          </p>
          {meeting.state === 'cancelled' && (
            <Notice tone="care" icon="ban" first={t.cancelled}>
              {t.cancelledFor({ reason: meeting.cancelledFor })}
            </Notice>
          )}
          {isMissed && (
            <Notice tone="care" icon="clock" first={t.missed}>
              {t.missedThen}
            </Notice>
          )}
          {more}
          {mayPlan && <MeetingWarnings warnings={warnings} locale={locale} />}
          <Inviting {...props} />
          <Agenda {...props} />
        </Cols>
      </Live>
    </>
  )
}
