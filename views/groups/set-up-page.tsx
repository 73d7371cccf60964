import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { PlainForm } from '../identity/plain-form.tsx'
import { Button } from '../kit/button.tsx'
import { TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Head } from '../kit/structure.tsx'
import { texts } from './entrance-texts.ts'
import { LegalFormField } from './legal-form-field.tsx'

/** Few fields and one button. */
export const SetUpPage = ({ locale, token, refused }: { locale: Locale; token: string; refused?: Refused | null }) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'set-up', locale, refused, problems: t.setUpProblems }
  return (
    <>
      <Head narrow title={t.setUp} lead={t.setUpLead} />
      <PlainForm action={paths.setUp(token)} form={form}>
        <TextField form={form} name="alliance" label={t.allianceName} autocomplete="organization" />
        <TextField form={form} name="circle" label={t.circleName} hint={t.circleNameHint} value={t.circleDefault} />
        <LegalFormField form={form} />
        <TextField
          form={form}
          name="email"
          label={t.coordinatorAddress}
          hint={t.coordinatorAddressHint}
          type="email"
          autocomplete="email"
        />
        <div>
          <Button>{t.start}</Button>
        </div>
      </PlainForm>
    </>
  )
}

export const DeadSetUpPage = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  return <Head narrow title={t.setUpDead} lead={t.setUpDeadLead} />
}
