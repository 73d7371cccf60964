import type { Rules } from '#src/groups/rules.ts'
import { ChoiceCards } from '../kit/choices.tsx'
import { calendarDay } from '../kit/dates.ts'
import { DateField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './proposal-texts.ts'
import { majorityWords, quorumWords } from './words.ts'

const day = 86_400_000

type Props = {
  form: FormState
  rules: Rules
  /** With the way to leave it for later. */
  mayWait?: boolean
  /** Has asked to decide on the way here. */
  atOnce?: boolean
}

const methods = ['consent', 'majority'] as const

function cards({ form, rules, mayWait }: Props) {
  const t = texts[form.locale.lang]
  const allowed = methods.filter((method) => rules.allowedMethods.includes(method))
  const text = (method: (typeof methods)[number]) =>
    `${t.methods[method].text} ${method === 'majority' ? `${majorityWords(form.locale, rules)} ` : ''}${quorumWords(form.locale, rules)}`
  return [
    ...(mayWait ? [{ value: 'later', ...t.later }] : []),
    ...allowed.map((method) => ({ value: method, title: t.methods[method].title, text: text(method) })),
  ]
}

/** How to decide and until when; the rules in force stand with each way. */
export const OpeningFields = (props: Props) => {
  const { form, rules, mayWait, atOnce } = props
  const t = texts[form.locale.lang]
  const now = form.locale.now.getTime()
  return (
    <>
      <ChoiceCards
        form={form}
        name="method"
        legend={mayWait ? t.openNow : t.openMethod}
        choices={cards(props)}
        value={mayWait && !atOnce ? 'later' : rules.defaultMethod}
      />
      <DateField
        form={form}
        name="closesOn"
        label={t.closesOn}
        hint={t.closesHint}
        value={calendarDay(new Date(now + 7 * day))}
        min={calendarDay(form.locale.now)}
        max={calendarDay(new Date(now + 365 * day))}
      />
    </>
  )
}
