import { ActionForm } from '../action-form.tsx'
import { Button } from '../button.tsx'
import { CheckList } from '../choices.tsx'
import { AreaField, CheckField, DateField, FileField, SelectField, TextField } from '../field.tsx'
import type { FormState } from '../form-state.ts'
import { Block } from '../structure.tsx'
import type { SpecimenProps } from './acting.tsx'
import { texts } from './texts.ts'

export const Fields = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  const form: FormState = { id: `${side}-fields`, locale }
  const kinds = [
    { value: 'position', label: t.position },
    { value: 'statement', label: t.statement },
  ]
  const people = [
    { value: 'gerd', label: 'Gerd Moosbach', note: t.you },
    { value: 'swantje', label: 'Swantje Kieselbach', note: t.lead3 },
  ]
  return (
    <Block id={`${side}-fields-block`} title={t.sections.fields}>
      <ActionForm action={here} form={form} locale={locale} files>
        <TextField form={form} name="about" label={t.about} hint={t.aboutHint} value={t.aboutValue} />
        <AreaField form={form} name="why" label={t.why} optional />
        <DateField form={form} name="dueOn" label={t.dueOn} value="2026-10-20" />
        <SelectField form={form} name="kind" label={t.kind} options={kinds} />
        <FileField form={form} name="file" label={t.file} hint={t.fileHint} accept=".docx,.md" />
        <CheckList form={form} name="people" legend={t.who} options={people} values={['gerd']} />
        <CheckField form={form} name="mail" label={t.mailMe} checked />
        <Button>{t.begin}</Button>
      </ActionForm>
    </Block>
  )
}

export const RefusedFields = ({ locale, side, here }: SpecimenProps) => {
  const t = texts[locale.lang]
  const form: FormState = {
    id: `${side}-refused`,
    locale,
    still: true,
    refused: { ok: false, problems: { when: ['past'], why: ['missing'] }, typed: { when: '2026-10-03', why: '' } },
    problems: { when: { past: t.past }, why: { missing: t.needsAim } },
  }
  return (
    <Block id={`${side}-refused-block`} title={t.sections.refused}>
      <ActionForm action={here} form={form} locale={locale}>
        <DateField form={form} name="when" label={t.dueOn} />
        <AreaField form={form} name="why" label={t.aim} hint={t.aimHint} />
        <Button>{t.hand}</Button>
      </ActionForm>
    </Block>
  )
}
