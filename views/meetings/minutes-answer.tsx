import { paths } from '#src/paths.ts'
import { ActionForm } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { ChoiceCards } from '../kit/choices.tsx'
import { AreaField } from '../kit/field.tsx'
import type { ObjectionProps } from './minutes-objections.tsx'
import { texts } from './minutes-texts.ts'

/** One of the two who sign: together they accept, otherwise the group decides. */
export const AnswerObjection = ({ objection, group, meeting, refused, locale }: ObjectionProps) => {
  const t = texts[locale.lang]
  const mine = refused?.form === 'answer' && refused.at === objection.id ? refused.input : null
  const form = { id: `answer-${objection.id}`, locale, refused: mine, problems: t.objectionProblems }
  return (
    <ActionForm action={paths.minutesObjectionAnswer(group, meeting, objection)} locale={locale} form={form}>
      <ChoiceCards
        form={form}
        name="says"
        legend={t.answer}
        choices={[
          { value: 'accept', title: t.accept, text: t.acceptMeans },
          {
            value: 'refuse',
            title: t.refuse,
            text: t.refuseMeans,
            more: <AreaField form={form} name="words" label={t.words} rows={2} />,
          },
        ]}
      />
      <Button rank="second" busy={t.sending}>
        {t.send}
      </Button>
    </ActionForm>
  )
}

/** While the group sits together: what it has decided about the objection. */
export const RuleOnObjection = ({ objection, inSession, group, meeting, refused, locale }: ObjectionProps) => {
  const t = texts[locale.lang]
  const mine = refused?.form === 'ruling' && refused.at === objection.id ? refused.input : null
  const form = { id: `rule-${objection.id}`, locale, refused: mine, problems: t.objectionProblems }
  if (!inSession) return null
  return (
    <ActionForm action={paths.minutesObjectionRuling(group, meeting, objection)} locale={locale} form={form}>
      <ChoiceCards
        form={form}
        name="says"
        legend={t.ruling({ number: inSession.cited })}
        choices={[
          { value: 'accept', title: t.ruleAccept, text: t.ruleAcceptMeans },
          { value: 'refuse', title: t.ruleRefuse, text: t.ruleRefuseMeans },
        ]}
      />
      <AreaField form={form} name="words" label={t.ruleWords} rows={2} optional />
      <Button busy={t.sending}>{t.rule}</Button>
    </ActionForm>
  )
}
