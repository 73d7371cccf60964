import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { AreaField, DateField, SelectField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { type AnswerProps, refusedIn } from './answer-forms.tsx'
import { texts } from './answering-texts.ts'
import { answeringWords } from './answering-words.ts'
import { texts as changing } from './changing-texts.ts'

/** At least one reason, each in its own field; until when, and whom to ask. */
export const ReturnForm = ({ group, entry, answering, locale }: AnswerProps) => {
  const t = answeringWords(locale, entry.to)
  const { members, me, today, usualReturn } = answering
  const refused = refusedIn(answering, 'returned')
  const form = { id: 'give-back', locale, refused, problems: t.problems }
  const options = members.map(({ id, name }) => ({ value: id, label: id === me ? `${name} (${t.me})` : name }))
  return (
    <Fold id="giving-back" label={t.giveBack} icon="undo-2" open={!!refused}>
      <p>{entry.snapshot ? t.giveBackText : t.giveBackQuestionText}</p>
      <ActionForm action={paths.referralAnswer(group, entry)} form={form} locale={locale}>
        <input type="hidden" name="kind" value="returned" />
        <Reasons form={form} />
        <AreaField
          form={form}
          name="questions"
          label={changing[locale.lang].questions}
          hint={changing[locale.lang].questionsHint}
          rows={2}
          optional
        />
        <AreaField form={form} name="statement" label={t.comment} rows={2} optional />
        <DateField form={form} name="wishedBy" label={t.wishedBack} value={usualReturn} min={today} />
        <SelectField form={form} name="contactId" label={t.contactLabel} options={options} value={me} />
        <Button icon="undo-2" busy={t.givingBack}>
          {t.giveBack}
        </Button>
      </ActionForm>
    </Fold>
  )
}

const Reasons = ({ form }: { form: FormState }) => {
  const t = texts[form.locale.lang]
  return (
    <>
      <AreaField form={form} name="reason1" label={t.reasonNumber({ number: 1 })} hint={t.reasonHint} rows={2} />
      <AreaField form={form} name="reason2" label={t.reasonNumber({ number: 2 })} rows={2} optional />
      <Fold id="more-reasons" label={t.moreReasons} rank="quiet" icon="plus" open={hasMore(form)}>
        {[3, 4, 5].map((number) => (
          <AreaField form={form} name={`reason${number}`} label={t.reasonNumber({ number })} rows={2} optional />
        ))}
      </Fold>
    </>
  )
}

const hasMore = ({ refused }: FormState) => ['reason3', 'reason4', 'reason5'].some((name) => refused?.typed[name])
