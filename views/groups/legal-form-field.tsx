import type { LegalForm } from '#src/groups/schema.ts'
import { SelectField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { bilingual } from '../kit/texts.ts'

const texts = bilingual({
  de: {
    label: 'Was für ein Gremium ist das?',
    hint: 'Ein Organ eines Vereins beginnt mit den Regeln des Vereinsrechts: Mehrheit der Ja- und Nein-Stimmen, und ohne Sitzung nur, wenn alle Ja sagen. Andere Regeln gibt es sich selbst, durch Beschluss.',
    informal: 'Informelles Gremium',
    association_organ: 'Organ eines Vereins',
  },
  en: {
    label: 'What kind of body is this?',
    hint: 'An organ of an association begins with the rules of German association law: a majority of yes and no, and without a meeting only if everybody says yes. It gives itself other rules by a decision.',
    informal: 'Informal body',
    association_organ: 'Organ of an association',
  },
})

const forms: LegalForm[] = ['informal', 'association_organ']

/** "informelles Gremium" (`DOMAIN.md 5.3`). */
export const legalFormWords = (lang: 'de' | 'en', form: LegalForm): string => texts[lang][form]

/** Said once, when a group begins. */
export const LegalFormField = ({ form }: { form: FormState }) => {
  const t = texts[form.locale.lang]
  const options = forms.map((value) => ({ value, label: t[value] }))
  return <SelectField form={form} name="legalForm" label={t.label} hint={t.hint} options={options} value="informal" />
}
