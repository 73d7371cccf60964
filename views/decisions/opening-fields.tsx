import type { Way } from '#src/decisions/rounds/ways.ts'
import type { Rules } from '#src/groups/rules.ts'
import { ChoiceCards } from '../kit/choices.tsx'
import { calendarDay, dayCount } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, DateField } from '../kit/field.tsx'
import { type FormState, problemNames } from '../kit/form-state.ts'
import { TimeField } from '../kit/time-field.tsx'
import { inShort } from './how.ts'
import { texts } from './opening-texts.ts'
import { texts as proposals } from './proposal-texts.ts'
import { texts as words } from './texts.ts'

const day = 86_400_000

type Props = {
  form: FormState
  rules: Rules
  /** What the rules of the group allow. */
  ways: Way[]
  /** With the way to leave it for later. */
  mayWait?: boolean
  /** Has asked to decide on the way here. */
  atOnce?: boolean
}

const methods = ['consent', 'consensus', 'systemic_consensing', 'majority'] as const

/** Each with the sentences of the group's own rules. */
function cards({ form: { locale }, rules, mayWait }: Props) {
  const allowed = methods.filter((method) => rules.allowedMethods.includes(method))
  return [
    ...(mayWait ? [{ value: 'later', ...proposals[locale.lang].later }] : []),
    ...allowed.map((method) => ({
      value: method,
      title: words[locale.lang].methods[method],
      text: inShort(locale, { method, rules }),
    })),
  ]
}

const folded = ['way', 'closesTime', 'startsOn', 'startsTime', 'urgency']

/** What most rounds need not think about. */
const More = ({ form, rules, ways }: Props) => {
  const t = texts[form.locale.lang]
  const hasProblem = problemNames(form).some((name) => folded.includes(name))
  const days = dayCount(form.locale, rules.circular.minDays)
  return (
    <Fold id={`${form.id}-more`} label={t.more} rank="quiet" open={hasProblem || !ways.includes('online')}>
      <ChoiceCards
        form={form}
        name="way"
        legend={t.way}
        hint={t.minimum({ days })}
        choices={ways.map((way) => ({ value: way, ...t.ways[way] }))}
        value={ways[0]}
      />
      <TimeField form={form} name="closesTime" label={t.closesTime} hint={t.closesTimeHint} optional />
      <DateField form={form} name="startsOn" label={t.startsOn} hint={t.startsHint} optional />
      <TimeField form={form} name="startsTime" label={t.startsTime} optional />
      <AreaField form={form} name="urgency" label={t.urgency} hint={t.urgencyHint} rows={2} optional />
    </Fold>
  )
}

/** How to decide and until when; the rules in force stand with each way. */
export const OpeningFields = (props: Props) => {
  const { form, rules, mayWait, atOnce } = props
  const t = texts[form.locale.lang]
  const { openNow, openMethod } = proposals[form.locale.lang]
  const now = form.locale.now.getTime()
  return (
    <>
      <ChoiceCards
        form={form}
        name="method"
        legend={mayWait ? openNow : openMethod}
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
      <More {...props} />
    </>
  )
}
