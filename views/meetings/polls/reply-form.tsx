import { paths } from '#src/paths.ts'
import { ActionForm } from '../../kit/action-form.tsx'
import { Button } from '../../kit/button.tsx'
import { dayTime } from '../../kit/dates.ts'
import { type FormState, fieldId, problemOf, typedIn } from '../../kit/form-state.ts'
import { Icon } from '../../kit/icon.tsx'
import { Block } from '../../kit/structure.tsx'
import type { PollPageProps } from './poll-page.tsx'
import { texts } from './texts.ts'

const choices = ['yes', 'if_need_be', 'no'] as const

type Date1 = PollPageProps['poll']['dates'][number]

/** Three radios a date: arrow keys within one, Tab from one to the next; each is as large as a finger. */
const DateChoice = ({ form, date, mine }: { form: FormState; date: Date1; mine: string | undefined }) => {
  const t = texts[form.locale.lang]
  const name = `date-${date.id}`
  const chosen = typedIn(form, name, mine)
  return (
    <fieldset class="poll-choice">
      <legend>{dayTime(form.locale, date.startsAt)}</legend>
      {choices.map((choice, place) => (
        <label>
          <input
            type="radio"
            id={place === 0 ? fieldId(form, name) : `${fieldId(form, name)}-${place + 1}`}
            name={name}
            value={choice}
            checked={chosen === choice}
          />{' '}
          <span>{t.choices[choice]}</span>
        </label>
      ))}
    </fieldset>
  )
}

const Problem = ({ form }: { form: FormState }) => {
  const problem = problemOf(form, 'replies')
  return problem ? (
    <p class="error" id={`${fieldId(form, 'replies')}-error`}>
      <Icon name="triangle-alert" /> <span>{problem}</span>
    </p>
  ) : null
}

/** One's own answer to every date. */
export const ReplyForm = ({ group, me, poll, refused, locale }: PollPageProps) => {
  const t = texts[locale.lang]
  const input = refused?.form === 'reply' ? refused.input : null
  const form: FormState = { id: 'reply', locale, refused: input, problems: t.problems }
  const mineOf = (date: Date1) => date.replies.find(({ id }) => id === me)?.choice
  const hasReplied = poll.dates.some((date) => mineOf(date) !== undefined)
  return (
    <Block id="mine" title={t.when}>
      <ActionForm action={paths.pollReplies(group, poll)} form={form} locale={locale}>
        <div id={fieldId(form, 'replies')} class="poll-choices">
          <Problem form={form} />
          {poll.dates.map((date) => (
            <DateChoice form={form} date={date} mine={mineOf(date)} />
          ))}
        </div>
        <Button busy={t.replying}>{hasReplied ? t.renew : t.reply}</Button>
      </ActionForm>
    </Block>
  )
}
