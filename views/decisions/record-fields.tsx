import type { PropsWithChildren } from 'hono/jsx'
import { calendarDay } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, DateField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { RecordForce, RecordNumbers } from './record-more-fields.tsx'
import { texts } from './record-texts.ts'

type Props = PropsWithChildren<{ form: FormState; values?: { wording?: string; title?: string } }>

/** What, when, where and how: four fields, filled in in less than a minute. What is rarely needed is folded away. */
export const RecordFields = ({ form, values = {}, children }: Props) => {
  const t = texts[form.locale.lang]
  const today = calendarDay(form.locale.now)
  return (
    <>
      <AreaField form={form} name="wording" label={t.wording} hint={t.wordingHint} value={values.wording} rows={4} />
      <DateField form={form} name="decidedOn" label={t.decidedOn} value={today} max={today} />
      <TextField form={form} name="place" label={t.place} hint={t.placeHint} max={200} />
      <TextField form={form} name="manner" label={t.manner} hint={t.mannerHint} max={200} />
      <Fold id={`${form.id}-more`} label={t.more} rank="quiet" open={isMoreFilledIn(form)}>
        <SelectField form={form} name="outcome" label={t.outcome} options={outcomes(form)} value="adopted" />
        <AreaField form={form} name="present" label={t.present} hint={t.presentHint} rows={2} optional />
        <RecordNumbers form={form} />
        <TextField
          form={form}
          name="title"
          label={t.title}
          hint={values.title ? undefined : t.titleHint}
          value={values.title}
          max={200}
          optional
        />
        <RecordForce form={form} />
        {children}
      </Fold>
    </>
  )
}

const outcomes = ({ locale }: FormState) => {
  const t = texts[locale.lang]
  return [
    { value: 'adopted', label: t.adopted },
    { value: 'rejected', label: t.rejected },
    { value: 'status_quo_confirmed', label: t.statusQuo },
  ]
}

/** What is written or wrong in there has to be seen. */
const isMoreFilledIn = ({ refused }: FormState) =>
  !!refused && folded.some((name) => !!refused.typed[name] || !!refused.problems[name])

const folded = [
  ...['present', 'yes', 'no', 'abstain', 'title', 'summary', 'legalEntity'],
  ...['inForceFrom', 'inForceUntil', 'reviewOn', 'snapshotId'],
]
