import type { Period, Presence } from '#src/meetings/attendance/presence.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { time } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { SelectField } from '../kit/field.tsx'
import { TimeField } from '../kit/time-field.tsx'
import type { SessionPageProps } from './session-page.tsx'
import { texts } from './session-texts.ts'

/** As a field for a time wants it, in every language. */
const clock = (at: Date) => time({ lang: 'en', now: at }, at)

export function timesIn(locale: Locale, { arrivedAt, leftAt }: Period): string {
  const t = texts[locale.lang]
  if (!leftAt) return t.here({ since: time(locale, arrivedAt) })
  return leftAt > arrivedAt ? t.was({ from: time(locale, arrivedAt), to: time(locale, leftAt) }) : t.notThere
}

/** What was noted before somebody put it right stays readable. */
export const earlierIn = (locale: Locale, { earlier }: Presence): string[] =>
  earlier.map((one) => texts[locale.lang].noted({ times: timesIn(locale, one) }))

/** From when to when somebody really was there; whoever is still there has no end yet. */
export const CorrectTimes = ({ one, name, group, meeting, refused, locale }: SessionPageProps & CorrectProps) => {
  const t = texts[locale.lang]
  const mine = refused?.at === one.id ? refused.input : null
  const form = { id: `correct-${one.id}`, locale, refused: mine, problems: t.correctProblems }
  const label = (
    <>
      {t.correct}
      <span class="vh">: {t.correctWho({ name })}</span>
    </>
  )
  return (
    <Fold id={`correct-fold-${one.id}`} label={label} icon="pencil-line" rank="quiet" open={mine !== null}>
      <p class="soft">{t.correctHint}</p>
      <ActionForm action={paths.attendanceCorrection(group, meeting, one)} locale={locale} form={form}>
        <TimeField form={form} name="from" label={t.from} value={clock(one.arrivedAt)} />
        {one.leftAt && <TimeField form={form} name="to" label={t.to} value={clock(one.leftAt)} />}
        <Button rank="second" busy={t.noting}>
          {t.correctSave}
        </Button>
      </ActionForm>
    </Fold>
  )
}

interface CorrectProps {
  one: Presence
  name: string
}

/** Somebody was there and nobody has noted it. */
export const AddAfterwards = ({ group, meeting, members, refused, locale }: SessionPageProps) => {
  const t = texts[locale.lang]
  const mine = refused?.at === 'addition' ? refused.input : null
  const form = { id: 'add-afterwards', locale, refused: mine, problems: t.correctProblems }
  const options = members.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Fold id="add-afterwards-fold" label={t.add} icon="plus" rank="quiet" open={mine !== null}>
      <p class="soft">{t.addHint}</p>
      <ActionForm action={paths.attendanceAddition(group, meeting)} locale={locale} form={form}>
        <SelectField form={form} name="personId" label={t.who} options={options} />
        <TimeField form={form} name="from" label={t.from} value={clock(meeting.openedAt ?? meeting.startsAt)} />
        <TimeField form={form} name="to" label={t.to} value={clock(meeting.endedAt ?? meeting.endsAt)} />
        <Button rank="second" busy={t.noting}>
          {t.addSave}
        </Button>
      </ActionForm>
    </Fold>
  )
}
