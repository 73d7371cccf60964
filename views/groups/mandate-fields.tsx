import type { Mandate } from '#src/groups/schema.ts'
import { AreaField, DateField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './mandate-texts.ts'

type Props = {
  form: FormState
  today: string
  mandate?: Mandate | null
  /** A group may be founded before the decision about its mandate has a number. */
  isFounding?: boolean
}

const rhythms = ['1', '2', '3', '6', '12'] as const

const Words = ({ form, mandate }: Props) => {
  const t = texts[form.locale.lang]
  const area = { form, rows: 2 }
  return (
    <>
      <AreaField {...area} name="aim" label={t.aim} hint={t.aimHint} value={mandate?.aim} />
      <AreaField {...area} name="domain" label={t.domain} value={mandate?.domain} optional />
      <AreaField {...area} name="limits" label={t.limits} hint={t.limitsHint} value={mandate?.limits} optional />
      <AreaField
        {...area}
        name="deliverables"
        label={t.deliverables}
        hint={t.deliverablesHint}
        value={mandate?.deliverables}
        optional
      />
    </>
  )
}

/** The fields of a mandate, also for a new group. */
export const MandateFields = (props: Props) => {
  const { form, today, mandate, isFounding } = props
  const t = texts[form.locale.lang]
  return (
    <>
      <Words {...props} />
      <SelectField
        form={form}
        name="reportMonths"
        label={t.rhythm}
        value={String(mandate?.reportMonths ?? 3)}
        options={rhythms.map((value) => ({ value, label: t.rhythms[value] }))}
      />
      <TextField form={form} name="givenBy" label={t.givenBy} hint={t.givenByHint} optional={isFounding} />
      <DateField form={form} name="validUntil" label={t.validUntilLabel} hint={t.validUntilHint} min={today} optional />
      <DateField form={form} name="reviewOn" label={t.reviewOn} hint={t.reviewOnHint} min={today} optional />
    </>
  )
}
