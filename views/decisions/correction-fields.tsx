import { CheckList, ChoiceCards } from '../kit/choices.tsx'
import { AreaField, SelectField, TextField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import type { CorrectionProps } from './correction-page.tsx'
import { texts } from './correction-texts.ts'
import { categoryWords } from './seat-words.ts'

type Props = CorrectionProps & { form: FormState }

/** What each kind needs, and why. */
export const CorrectionFields = (props: Props) => {
  const { form } = props
  const t = texts[form.locale.lang]
  return (
    <>
      <Special {...props} />
      <AreaField form={form} name="reason" label={t.reason} hint={t.reasonHint} rows={3} />
    </>
  )
}

const Kind = ({ value }: { value: string }) => <input type="hidden" name="kind" value={value} />

const Special = (props: Props) => {
  switch (props.kind) {
    case 'correction':
      return <Wrong {...props} />
    case 'annulment':
    case 'supersession':
      return <Ended {...props} />
    case 'recount':
      return isCountedBySeat(props) ? <Recused {...props} /> : <Numbers {...props} />
    case 'answer':
      return <Answer {...props} />
  }
}

/** Raised hands have no names, and neither have reports from a meeting. */
const isCountedBySeat = ({ roll }: Props) => roll.some(({ hasAnswered }) => hasAnswered)

const fields = ['decidedOn', 'wording', 'title', 'summary', 'rationale']

const Wrong = ({ form }: Props) => {
  const t = texts[form.locale.lang]
  const options = fields.map((value) => ({ value, label: t.fields[value] ?? value }))
  return (
    <>
      <Kind value="correction" />
      <SelectField form={form} name="field" label={t.field} options={options} />
      <AreaField form={form} name="words" label={t.words} hint={t.wordsHint} rows={3} />
    </>
  )
}

const Ended = ({ form, kind }: Props) => {
  const t = texts[form.locale.lang]
  const isAnnulment = kind === 'annulment'
  return (
    <>
      <Kind value={kind} />
      <TextField
        form={form}
        name="by"
        label={t.by}
        hint={isAnnulment ? t.byHint : t.bySupersedingHint}
        max={30}
        optional={isAnnulment}
      />
    </>
  )
}

const Recused = ({ form, roll, categories }: Props) => {
  const t = texts[form.locale.lang]
  const options = roll
    .filter(({ hasAnswered, recused }) => hasAnswered && !recused)
    .map(({ id, name }) => ({ value: id, label: name }))
  const reasons = categories.map((value) => ({ value, label: categoryWords(form.locale, value) }))
  return (
    <>
      <Kind value="recount" />
      <CheckList form={form} name="seats" legend={t.seats} hint={t.seatsHint} options={options} />
      <SelectField form={form} name="category" label={t.category} options={reasons} />
    </>
  )
}

const answered = ({ roll }: Props) => roll.filter(({ hasAnswered, recused }) => hasAnswered && !recused)

/** Of one seat, what was said and taken down otherwise. */
const Answer = (props: Props) => {
  const { form } = props
  const t = texts[form.locale.lang]
  const seats = answered(props).map(({ id, name }) => ({ value: id, label: name }))
  const choices = votes.map((value) => ({ value, label: t[value] }))
  return (
    <>
      <Kind value="answer" />
      <SelectField form={form} name="seat" label={t.answerSeat} hint={t.seatsHint} options={seats} />
      <SelectField form={form} name="choice" label={t.answerChoice} options={choices} />
    </>
  )
}

const votes = ['yes', 'no', 'abstain'] as const

const Numbers = ({ form, decision }: Props) => {
  const t = texts[form.locale.lang]
  const endings = (['same', 'other'] as const).map((value) => ({ value, title: t.endings[value] }))
  return (
    <>
      <Kind value="numbers" />
      {votes.map((vote) => (
        <TextField form={form} name={vote} label={t[vote]} type="number" value={String(decision.tally[vote] ?? '')} />
      ))}
      {!decision.roundId && <ChoiceCards form={form} name="ending" legend={t.ending} choices={endings} />}
    </>
  )
}
