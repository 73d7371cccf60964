import type { PropsWithChildren } from 'hono/jsx'
import { ErrorSummary } from '../kit/action-form.tsx'
import { type FormState, problemNames } from '../kit/form-state.ts'

/** Loads the whole page anew: for whatever changes who is signed in, or in which language. */
export const PlainForm = ({
  action,
  form,
  inline,
  children,
}: PropsWithChildren<{ action: string; form?: FormState; inline?: boolean }>) => (
  <form method="post" action={action} id={form?.id} class={inline ? 'inline-form' : 'form'} novalidate>
    {form && problemNames(form).length > 0 && <ErrorSummary form={form} />}
    {children}
  </form>
)
