import type { Child } from 'hono/jsx'
import { controlOf, Field } from './field.tsx'
import { type FormState, typedIn } from './form-state.ts'

type Props = { form: FormState; name: string; label: Child; hint?: Child; optional?: boolean; value?: string }

/** A time of day (`HH:MM`), with the clock of the device. */
export const TimeField = ({ value, ...field }: Props) => (
  <Field {...field}>
    <input {...controlOf(field)} class="short" type="time" value={typedIn(field.form, field.name, value)} />
  </Field>
)
