import type { RoundEntry } from '#src/decisions/rounds/entries.ts'
import type { RoundOption } from '#src/decisions/rounds/schema.ts'
import type { PaperEntry } from '#src/decisions/seats/minutes.ts'
import type { SeatEntry } from '#src/decisions/seats/roll.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button, LinkButton } from '../kit/button.tsx'
import { CheckList } from '../kit/choices.tsx'
import { type FormState, problemNames, problemOf } from '../kit/form-state.ts'
import { Live } from '../kit/live.tsx'
import { Notice } from '../kit/notice.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { Hands } from './seat-hands.tsx'
import { texts } from './seat-meeting-texts.ts'
import { Papers, Rest } from './seat-papers.tsx'

/** Which form of the page came back. */
export type RefusedMeeting = { form: 'attendance' | 'paper' | 'rest' | 'hands'; input: Refused }

export type MeetingProps = {
  locale: Locale
  group: Group
  entry: RoundEntry
  roll: SeatEntry[]
  /** Ids of the seats that are there. */
  present: string[]
  papers: PaperEntry[]
  hands: Record<'present' | 'yes' | 'no' | 'abstain' | 'void', number> | null
  options: RoundOption[]
  may: { paper: boolean; meeting: boolean }
  refused?: RefusedMeeting
}

/** The state of one form of this page. */
export const meetingForm = ({ locale, refused }: MeetingProps, form: RefusedMeeting['form']): FormState => ({
  id: form,
  locale,
  refused: refused?.form === form ? refused.input : null,
  problems: texts[locale.lang].problems,
})

/** Seats of which one can be there and answer. */
export const answering = ({ roll }: Pick<MeetingProps, 'roll'>) =>
  roll.filter(({ lost, recused, holders }) => !lost && !recused && holders.length > 0)

const Attendance = (props: MeetingProps) => {
  const { locale, group, entry, present } = props
  const t = texts[locale.lang]
  const form = meetingForm(props, 'attendance')
  const options = answering(props).map(({ id, name, kind, holders }) => ({
    value: id,
    label: name,
    note: kind === 'person' ? undefined : holders.map((holder) => holder.name).join(', '),
  }))
  return (
    <Block id="attendance-block" title={t.attendance}>
      <p class="soft">{t.attendanceMore}</p>
      <ActionForm action={paths.attendance(group, entry.round)} form={form} locale={locale}>
        <CheckList form={form} name="seats" legend={t.present} options={options} values={present} />
        <div>
          <Button rank="second">{t.saveAttendance}</Button>
        </div>
      </ActionForm>
    </Block>
  )
}

/** What was sent came too late for its form to be still there. */
const TooLate = (props: MeetingProps) => {
  const { refused, may, hands } = props
  const isGone = refused?.form === 'hands' ? !may.meeting : !may.paper || hands
  if (!refused || !isGone) return null
  const form = meetingForm(props, refused.form)
  return <Notice tone="late" first={problemNames(form).map((name) => problemOf(form, name))} />
}

/** For those who take the minutes: who is there, papers, hands. Says that something was entered, never what. */
export const MeetingPage = (props: MeetingProps) => {
  const { locale, group, entry, may } = props
  const t = texts[locale.lang]
  const { round } = entry
  return (
    <>
      <Head
        narrow
        over={<a href={paths.round(group, round)}>{round.title}</a>}
        title={t.title}
        lead={t.lead}
        actions={
          <LinkButton href={paths.round(group, round)} rank="second">
            {t.back}
          </LinkButton>
        }
      />
      <Live id={`meeting-${round.id}`} on={`round-${round.id} people`} href={paths.roundMeeting(group, round)}>
        <Column>
          <TooLate {...props} />
          {may.meeting && <Attendance {...props} />}
          {may.meeting && round.method === 'majority' && <Hands {...props} />}
          {may.paper && !props.hands && <Papers {...props} />}
          {may.paper && may.meeting && !props.hands && round.method !== 'systemic_consensing' && <Rest {...props} />}
        </Column>
      </Live>
    </>
  )
}
