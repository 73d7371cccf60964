import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { calendarDay } from '../kit/dates.ts'
import { Fold } from '../kit/dialog.tsx'
import { DateField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Blocked } from '../kit/notice.tsx'
import { type EstablishingProps, isTalkMissing } from './decision-establishing-page.tsx'
import { texts } from './decision-establishing-texts.ts'

/** One plain sentence, the day to look again, and what is to be done. */
export const EstablishingForm = (props: EstablishingProps) => {
  const { group, round, refusal, locale } = props
  const t = texts[locale.lang]
  const refused = refusal?.of === 'establishing' ? refusal.input : null
  const form = { id: 'establishing', locale, refused, problems: t.problems }
  if (isTalkMissing(props)) return props.may.noteTalk ? <Blocked why={t.talkFirst} /> : null
  return (
    <ActionForm action={paths.roundDecision(group, round)} locale={locale} form={form}>
      <Sentence {...props} form={form} />
      {!props.proposal.reviewOn && (
        <DateField form={form} name="reviewOn" label={t.reviewOn} min={calendarDay(locale.now)} optional />
      )}
      <Tasks {...props} form={form} />
      <Button busy={t.establishing}>{t.establish}</Button>
    </ActionForm>
  )
}

type Fields = EstablishingProps & { form: FormState }

const Sentence = ({ form, sentence }: Fields) => {
  const t = texts[form.locale.lang]
  return <TextField form={form} name="summary" label={t.summary} hint={t.summaryHint} value={sentence} max={300} />
}

const places = [1, 2, 3] as const

const Tasks = ({ form, members }: Fields) => {
  const t = texts[form.locale.lang]
  const people = members.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <Fold id="establishing-tasks" label={t.tasks} rank="quiet" open={!!form.refused?.typed.task1}>
      <p class="hint">{t.tasksHint}</p>
      {places.map((place) => (
        <fieldset class="stack">
          <legend class="vh">{t.task({ place })}</legend>
          <TextField form={form} name={`task${place}`} label={t.task({ place })} max={200} optional />
          <DateField form={form} name={`due${place}`} label={t.due} optional />
          <SelectField form={form} name={`who${place}`} label={t.who} options={people} optional />
        </fieldset>
      ))}
    </Fold>
  )
}
