import { ActionForm } from '../action-form.tsx'
import { Button } from '../button.tsx'
import { CheckList } from '../choices.tsx'
import { AreaField, CheckField, DateField, FileField, SelectField, TextField } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { Block } from '../structure.tsx'
import type { SpecimenProps } from './acting.tsx'
import { formTexts } from './form-texts.ts'
import { texts } from './texts.ts'

export const Fields = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  const f = formTexts[locale.lang]
  const form: FormState = { id: `${side}-fields`, locale }
  const kinds = [
    { value: 'position', label: f.position },
    { value: 'statement', label: f.statement },
  ]
  const people = [
    { value: 'gerd', label: 'Gerd Moosbach', note: f.you },
    { value: 'swantje', label: 'Swantje Kieselbach', note: t.lead3 },
  ]
  return (
    <Block id={`${side}-fields-block`} title={t.sections.fields}>
      <ActionForm action={here} form={form} locale={locale} files>
        <TextField form={form} name="about" label={f.about} hint={f.aboutHint} value={f.aboutValue} />
        <AreaField form={form} name="why" label={f.why} optional />
        <DateField form={form} name="dueOn" label={f.dueOn} value="2026-10-20" />
        <SelectField form={form} name="kind" label={f.kind} options={kinds} />
        <FileField form={form} name="file" label={f.file} hint={f.fileHint} accept=".docx,.md" />
        <CheckList form={form} name="people" legend={f.who} options={people} values={['gerd']} />
        <CheckField form={form} name="mail" label={f.mailMe} checked />
        <Button>{t.begin}</Button>
      </ActionForm>
    </Block>
  )
}

export const RefusedFields = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  const f = formTexts[locale.lang]
  const form: FormState = {
    id: `${side}-refused`,
    locale,
    still: true,
    refused: { ok: false, problems: { when: ['past'], why: ['missing'] }, typed: { when: '2026-10-03', why: '' } },
    problems: { when: { past: f.past }, why: { missing: f.needsAim } },
  }
  return (
    <Block id={`${side}-refused-block`} title={t.sections.refused}>
      <ActionForm action={here} form={form} locale={locale}>
        <DateField form={form} name="when" label={f.dueOn} />
        <AreaField form={form} name="why" label={f.aim} hint={f.aimHint} />
        <Button>{f.hand}</Button>
      </ActionForm>
    </Block>
  )
}
