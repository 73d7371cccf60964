import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { weekday } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, TextField } from '../kit/field.tsx'
import { Notice } from '../kit/notice.tsx'
import { Wording } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { DueDay, Responsible } from '../tasks/task-meta.tsx'
import { texts } from './changing-texts.ts'
import type { ReferralPageProps } from './referral-page.tsx'

/** By what the decision is carried out, for both sides. */
export const DecisionTasks = ({ group, after, locale }: ReferralPageProps) => {
  const t = texts[locale.lang]
  if (after.tasks.length === 0) return null
  return (
    <>
      <h3>{t.tasks}</h3>
      <ul>
        {after.tasks.map((task) => (
          <li>
            {task.groupId === group.id ? <a href={paths.task(group, task)}>{task.title}</a> : task.title}{' '}
            <Status state={task.ending?.kind ?? 'open'} locale={locale} /> <Responsible task={task} locale={locale} />,{' '}
            <DueDay task={task} locale={locale} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** What the group has against the changes; it stands on both sides and undoes nothing. */
export const ReservationShown = ({ entry, locale }: Pick<ReferralPageProps, 'entry' | 'locale'>) => {
  const t = texts[locale.lang]
  const reservation = entry.changes?.reservation
  if (!reservation) return null
  const { words, enteredBy, createdAt } = reservation
  return (
    <div id="reservation">
      <h3>{t.reservation}</h3>
      <Wording text={words} />
      <p class="meta">{t.reservedBy({ name: enteredBy, day: weekday(locale, createdAt) })}</p>
      <Notice icon="hand" first={t.reservationWaits} />
    </div>
  )
}

/** For seven days, by lead and delegates. */
export const ReserveForm = ({ group, entry, after, refused: back, locale }: ReferralPageProps) => {
  const t = texts[locale.lang]
  const refused = back?.form === 'reservation' ? back.input : null
  if (!after.mayReserveUntil && !refused) return null
  const form = { id: 'reserve', locale, refused, problems: t.problems }
  return (
    <Fold id="reserving" label={t.reserve} icon="hand" open={!!refused}>
      {after.mayReserveUntil && <p>{t.reserveText({ day: weekday(locale, after.mayReserveUntil) })}</p>}
      <ActionForm action={paths.referralReservation(group, entry)} form={form} locale={locale}>
        <AreaField form={form} name="reservation" label={t.reservationWords} rows={3} />
        <Button icon="hand" busy={t.reserving}>
          {t.reserve}
        </Button>
      </ActionForm>
    </Fold>
  )
}

/** Who spoke for the group: as many names as there were. */
export const VoiceForm = ({ group, entry, after, refused: back, locale }: ReferralPageProps) => {
  const t = texts[locale.lang]
  if (!after.mayNoteVoices) return null
  const refused = back?.form === 'voices' ? back.input : null
  const form = { id: 'voice', locale, refused, problems: t.problems }
  return (
    <Fold id="hearing" label={t.voices} icon="users" rank="quiet" open={!!refused}>
      <ActionForm action={paths.referralVoices(group, entry)} form={form} locale={locale}>
        <TextField form={form} name="voice" label={t.voice} hint={t.voiceHint} max={200} />
        <Button rank="second" busy={t.notingVoice}>
          {t.noteVoice}
        </Button>
      </ActionForm>
    </Fold>
  )
}
