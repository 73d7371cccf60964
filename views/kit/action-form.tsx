import type { PropsWithChildren } from 'hono/jsx'
import type { Locale } from '#src/web/locale.ts'
import { type FormState, fieldId, problemNames, problemOf } from './form-state.ts'
import { Icon } from './icon.tsx'
import { bilingual } from './texts.ts'

const texts = bilingual({
  de: {
    summary: 'Da fehlt noch etwas',
    sending: 'Wird gesendet …',
    sent: 'Angekommen.',
  },
  en: {
    summary: 'Something is missing',
    sending: 'Being sent …',
    sent: 'Received.',
  },
})

/** All problems of a form as links to their fields. Stands inside the form, first. */
export const ErrorSummary = ({ form }: { form: FormState }) => (
  <div class="notice late errors" id={`${form.id}-problems`}>
    <Icon name="triangle-alert" />
    <div class="words">
      <p>
        <b>{texts[form.locale.lang].summary}</b>
      </p>
      <ul class="plain">
        {problemNames(form).map((name) => (
          <li>
            <a href={`#${fieldId(form, name)}`}>{problemOf(form, name)}</a>
          </li>
        ))}
      </ul>
    </div>
  </div>
)

type Props = {
  action: string
  locale: Locale
  /** With fields: their shared state. Its problems are listed on top. */
  form?: FormState
  /** Without fields (a single button): still needed to find the form again after a refresh. */
  id?: string
  /** For uploads. */
  files?: boolean
  /** Small, in a line with other buttons. */
  inline?: boolean
  /** Leaves the page for good, as signing in and out and the language do: never sent by script. */
  plain?: boolean
}

/** Morphs what comes back into the page; app.client.ts sees to the address, the focus and what goes wrong. */
const morphing = (action: string, locale: Locale) => ({
  'data-sending': texts[locale.lang].sending,
  'data-sent': texts[locale.lang].sent,
  'hx-post': action,
  'hx-target': '#main',
  'hx-select': '#main',
  'hx-swap': 'outerMorph',
  'hx-sync': 'this:drop',
})

/** Posts to `action`. With script the answer is morphed into the page; without, it is an ordinary form. */
export const ActionForm = ({ action, locale, form, id, files, inline, plain, children }: PropsWithChildren<Props>) => (
  <form
    method="post"
    action={action}
    id={form?.id ?? id}
    class={inline ? 'inline-form' : 'form'}
    enctype={files ? 'multipart/form-data' : undefined}
    novalidate
    {...(plain ? {} : morphing(action, locale))}
  >
    {form && problemNames(form).length > 0 && <ErrorSummary form={form} />}
    {children}
  </form>
)
