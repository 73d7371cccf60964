import type { PropsWithChildren } from 'hono/jsx'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { type FormState, fieldId, problemNames, problemOf } from './form-state.ts'
import { Icon } from './icon.tsx'
import { bilingual } from './texts.ts'

const texts = bilingual({
  de: {
    summary: 'Da fehlt noch etwas',
    offline: 'Noch nicht abgeschickt. Du hast gerade kein Netz, dein Text steht noch hier.',
    failed: 'Das hat nicht geklappt, der Fehler liegt bei uns. Dein Text ist noch da.',
    signedOut: 'Du bist nicht mehr angemeldet. Dein Text steht noch hier.',
    signIn: 'In einem neuen Fenster anmelden',
    again: 'Noch einmal senden',
  },
  en: {
    summary: 'Something is missing',
    offline: 'Not sent yet. You are offline at the moment; your text is still here.',
    failed: 'That did not work, and it is our fault. Your text is still here.',
    signedOut: 'You are no longer signed in. Your text is still here.',
    signIn: 'Sign in in a new window',
    again: 'Send again',
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

/** Says what became of a form that could not be sent; app.client.ts shows the part that is true. */
const Unsent = ({ locale }: { locale: Locale }) => {
  const t = texts[locale.lang]
  return (
    <div class="notice late unsent" role="alert" hidden>
      <Icon name="cloud-off" />
      <div class="words">
        <p data-when="offline">{t.offline}</p>
        <p data-when="failed">{t.failed}</p>
        <p data-when="signed-out">
          {t.signedOut}{' '}
          <a href={paths.signIn()} target="_blank" rel="noopener">
            {t.signIn}
          </a>
        </p>
        <p data-when="refused" />
        <button class="btn second" type="submit">
          {t.again}
        </button>
      </div>
    </div>
  )
}

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
}

/** Posts to `action`. With script the answer is morphed into the page; without, it is an ordinary form. */
export const ActionForm = ({ action, locale, form, id, files, inline, children }: PropsWithChildren<Props>) => (
  <form
    method="post"
    action={action}
    id={form?.id ?? id}
    class={inline ? 'inline-form' : 'form'}
    enctype={files ? 'multipart/form-data' : undefined}
    novalidate
    hx-post={action}
    hx-target="#main"
    hx-select="#main"
    hx-swap="outerMorph"
    hx-sync="this:drop"
  >
    {form && problemNames(form).length > 0 && <ErrorSummary form={form} />}
    {children}
    <Unsent locale={locale} />
  </form>
)
