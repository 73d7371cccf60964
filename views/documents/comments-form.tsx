import type { Child } from 'hono/jsx'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { ErrorSummary } from '../kit/action-form.tsx'
import { Button } from '../kit/button.tsx'
import { AreaField } from '../kit/field.tsx'
import type { FormState } from '../kit/form-state.ts'
import { Back } from '../tasks/back.tsx'
import { texts } from './comments-texts.ts'

/** A form that came back, and which one it was. */
export interface RefusedRemark {
  form: string
  input: Refused
}

export interface RemarkPlace {
  /** The page that one is on, to come back to. */
  back: string
  refused?: RefusedRemark | null
  locale: Locale
}

type Props = RemarkPlace & {
  id: string
  action: string
  label: string
  send: string
  value?: string
  children?: Child
}

export const newThreadForm = 'remark-new'
export const replyForm = (thread: { id: string }) => `reply-${thread.id}`
export const changeForm = (remark: { id: string }) => `change-${remark.id}`

/**
 * Where somebody writes a remark. Without script an ordinary form; with script `comments.client.ts` sends it, keeps what
 * is typed on the device until it has arrived, and offers names after an @.
 */
export const RemarkForm = ({ id, action, label, send, value, back, refused, locale, children }: Props) => {
  const t = texts[locale.lang]
  const input = refused?.form === id ? refused.input : null
  const form: FormState = { id, locale, refused: input, problems: t.problems }
  return (
    <form method="post" action={action} id={id} class="form remark-form" data-remark="" novalidate>
      {input && <ErrorSummary form={form} />}
      <Back to={back} />
      <input type="hidden" name="key" value="" />
      {children}
      <AreaField form={form} name="words" label={label} hint={t.callHow} rows={3} value={value} />
      <p class="remark-said" role="status" />
      <Button icon="send" busy={t.sending}>
        {send}
      </Button>
    </form>
  )
}

const typed = (input: Refused | null, name: string) => {
  const value = input?.typed[name]
  return typeof value === 'string' ? value : ''
}

const passageFields = ['anchor', 'quote', 'before', 'after', 'suggestion', 'row'] as const

/** For a conversation about something that has its own place on the page, such as a suggestion or a row. */
export const NewThreadOn = (props: RemarkPlace & { action: string; on: { suggestion: string } | { row: string } }) => {
  const { on, locale } = props
  const t = texts[locale.lang]
  const [[name = '', id = ''] = []] = Object.entries(on)
  return (
    <RemarkForm {...props} id={`remark-on-${id}`} label={t.words} send={t.send}>
      <input type="hidden" name={name} value={id} />
    </RemarkForm>
  )
}

/** For a new conversation: the script fills in what it hangs on; without one it is about the whole text. */
export const NewThread = (props: RemarkPlace & { action: string }) => {
  const { action, refused, locale } = props
  const t = texts[locale.lang]
  const input = refused?.form === newThreadForm ? refused.input : null
  const quote = typed(input, 'quote')
  return (
    <RemarkForm {...props} id={newThreadForm} action={action} label={t.words} send={t.send}>
      {passageFields.map((name) => (
        <input type="hidden" name={name} value={typed(input, name)} />
      ))}
      <div class="remark-passage" hidden={quote === ''}>
        <p class="soft">{t.onPassage}</p>
        <blockquote data-quote="">{quote}</blockquote>
        <button class="btn quiet" type="button" data-whole-text="">
          {t.wholeInstead}
        </button>
      </div>
      <p class="soft remark-whole" hidden={quote !== ''}>
        {t.onText}
      </p>
    </RemarkForm>
  )
}
