import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Head } from '../kit/structure.tsx'
import { LegalFormField } from './legal-form-field.tsx'
import { MandateFields } from './mandate-fields.tsx'
import { texts } from './register-texts.ts'

type Props = {
  locale: Locale
  people: { id: string; name: string }[]
  today: string
  refused?: Refused | null
}

const FirstLead = ({ form, people }: { form: FormState; people: Props['people'] }) => {
  const t = texts[form.locale.lang]
  const options = people.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <ChoiceCards
      form={form}
      name="firstLead"
      legend={t.firstLead}
      choices={[
        {
          value: 'known',
          title: t.leadKnown,
          text: t.leadKnownMore,
          more: <SelectField form={form} name="personId" label={t.person} options={options} />,
        },
        {
          value: 'new',
          title: t.leadNew,
          text: t.leadNewMore,
          more: <TextField form={form} name="email" label={t.address} type="email" />,
        },
      ]}
    />
  )
}

/** What it takes for a group to begin: a name, a short sign, a mandate, and somebody who leads it. */
export const NewGroupPage = ({ locale, people, today, refused }: Props) => {
  const t = texts[locale.lang]
  const form: FormState = { id: 'new-group', locale, refused, problems: t.newGroupProblems }
  return (
    <>
      <Head narrow over={<a href={paths.groups()}>{t.groups}</a>} title={t.newGroup} lead={t.newGroupLead} />
      <ActionForm action={paths.newGroup()} form={form} locale={locale}>
        <TextField form={form} name="name" label={t.groupName} hint={t.groupNameHint} max={80} />
        <TextField form={form} name="prefix" label={t.prefix} hint={t.prefixHint} max={4} />
        <LegalFormField form={form} />
        <MandateFields form={form} today={today} isFounding />
        <FirstLead form={form} people={people} />
        <div>
          <Button>{t.found}</Button>
        </div>
      </ActionForm>
    </>
  )
}
