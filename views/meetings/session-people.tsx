import type { Presence } from '#src/meetings/attendance/presence.ts'
import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { TextField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { AddAfterwards, CorrectTimes, earlierIn, timesIn } from './session-corrections.tsx'
import type { SessionPageProps } from './session-page.tsx'
import { texts } from './session-texts.ts'

/** Somebody who is expected or who came, with every time they were there. */
interface Attending {
  key: string
  personId: string | null
  name: string
  times: Presence[]
}

const attending = ({ members, attendance }: SessionPageProps): Attending[] => {
  const of = (id: string) => attendance.filter(({ personId }) => personId === id)
  const known = new Set(members.map(({ id }) => id))
  const others = attendance.filter(({ personId }) => personId === null || !known.has(personId))
  return [
    ...members.map(({ id, name }) => ({ key: id, personId: id, name, times: of(id) })),
    ...others.map((one) => ({ key: one.id, personId: null, name: one.name, times: [one] })),
  ]
}

const Times = ({ one, locale }: { one: Attending } & Pick<SessionPageProps, 'locale'>) => {
  const t = texts[locale.lang]
  const words = one.times.map((presence) => [timesIn(locale, presence), ...earlierIn(locale, presence)].join(', '))
  const guest = one.personId === null ? [t.guest] : []
  return <span class="soft">{[...guest, ...(words.length > 0 ? words : [t.away])].join(' · ')}</span>
}

const Leaves = ({ here, name, group, meeting, locale }: SessionPageProps & { here: Presence; name: string }) => {
  const t = texts[locale.lang]
  return (
    <ActionForm action={paths.attendanceDeparture(group, meeting, here)} id={`leave-${here.id}`} locale={locale} inline>
      <Button rank="quiet" busy={t.noting}>
        {t.leaves}
        <span class="vh">: {t.leavesWho({ name })}</span>
      </Button>
    </ActionForm>
  )
}

const Arrives = ({ one, group, meeting, locale }: SessionPageProps & { one: Attending }) => {
  const t = texts[locale.lang]
  return (
    <ActionForm action={paths.attendances(group, meeting)} id={`arrive-${one.key}`} locale={locale} inline>
      <input type="hidden" name="personIds" value={one.personId ?? ''} />
      <Button rank="second" busy={t.noting}>
        {one.times.length > 0 ? t.back : t.arrives}
        <span class="vh">: {t.arrivesWho({ name: one.name })}</span>
      </Button>
    </ActionForm>
  )
}

const Person = (props: SessionPageProps & { one: Attending }) => {
  const { one, meeting, may, locale } = props
  const here = one.times.find(({ leftAt }) => leftAt === null)
  const mayNote = may.run && meeting.state === 'in_session'
  return (
    <li class={here ? 'attending is-here' : 'attending'}>
      <span>
        <b>{one.name}</b> <Times one={one} locale={locale} />
      </span>
      {mayNote && here && <Leaves {...props} here={here} name={one.name} />}
      {mayNote && !here && one.personId && <Arrives {...props} />}
      {may.correct && one.times.map((presence) => <CorrectTimes {...props} one={presence} name={one.name} />)}
    </li>
  )
}

const Everybody = ({ group, meeting, members, attendance, locale }: SessionPageProps) => {
  const t = texts[locale.lang]
  const here = new Set(attendance.filter(({ leftAt }) => leftAt === null).map(({ personId }) => personId))
  const missing = members.filter(({ id }) => !here.has(id))
  if (missing.length < 2) return null
  return (
    <ActionForm action={paths.attendances(group, meeting)} id="everybody-here" locale={locale} inline>
      {missing.map(({ id }) => (
        <input type="hidden" name="personIds" value={id} />
      ))}
      <Button rank="second" busy={t.noting}>
        {t.all}
      </Button>
    </ActionForm>
  )
}

const AddGuest = ({ group, meeting, refused, locale }: SessionPageProps) => {
  const t = texts[locale.lang]
  const mine = refused?.at === 'attendance' ? refused.input : null
  const form = { id: 'add-guest', locale, refused: mine, problems: t.problems }
  return (
    <Fold id="add-guest-fold" label={t.addGuest} icon="plus" rank="quiet" open={mine !== null}>
      <ActionForm action={paths.attendances(group, meeting)} locale={locale} form={form}>
        <TextField form={form} name="name" label={t.guestName} max={80} />
        <Button rank="second" busy={t.noting}>
          {t.guestSave}
        </Button>
      </ActionForm>
    </Fold>
  )
}

/** Everybody with from and to; whoever runs the meeting notes it with one click. */
export const SessionPeople = (props: SessionPageProps) => {
  const { may, meeting, refused, locale } = props
  const mayNote = may.run && meeting.state === 'in_session'
  const isTooLate = !may.correct && refused?.input.problems.from?.includes('circulated')
  return (
    <>
      {isTooLate && <Notice tone="care" first={texts[locale.lang].correctProblems.circulated} />}
      {mayNote && <Everybody {...props} />}
      <ul class="plain attendance">
        {attending(props).map((one) => (
          <Person {...props} one={one} />
        ))}
      </ul>
      {mayNote && <AddGuest {...props} />}
      {may.correct && meeting.endedAt && <AddAfterwards {...props} />}
    </>
  )
}
