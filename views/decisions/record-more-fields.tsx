import { DateField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './record-texts.ts'
import { texts as words } from './texts.ts'

const votes = ['yes', 'no', 'abstain'] as const

/** Where hands were counted. */
export const RecordNumbers = ({ form }: { form: FormState }) => {
  const t = texts[form.locale.lang]
  return (
    <fieldset class="filter">
      <legend>{t.numbers}</legend>
      {votes.map((vote) => (
        <TextField form={form} name={vote} label={t[vote]} type="number" />
      ))}
    </fieldset>
  )
}

const scopes = ['own_group', 'public_effect', 'money', 'other_groups'] as const

/** In one sentence, for whom, who pays, from when to when, and when it is looked at again. */
export const RecordForce = ({ form }: { form: FormState }) => {
  const t = texts[form.locale.lang]
  const labels = words[form.locale.lang].scopes
  const options = scopes.map((value) => ({ value, label: labels[value] }))
  return (
    <>
      <TextField form={form} name="summary" label={t.summary} hint={t.summaryHint} max={300} optional />
      <SelectField form={form} name="scope" label={t.scope} options={options} value="own_group" />
      <TextField form={form} name="legalEntity" label={t.legalEntity} hint={t.legalEntityHint} max={200} optional />
      <DateField form={form} name="inForceFrom" label={t.inForceFrom} optional />
      <DateField form={form} name="inForceUntil" label={t.inForceUntil} optional />
      <DateField form={form} name="reviewOn" label={t.reviewOn} optional />
    </>
  )
}
