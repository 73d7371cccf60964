import type { Child, PropsWithChildren } from 'hono/jsx'
import { type FormState, fieldId, problemOf, takesFocus, tickedIn, typedIn } from './form-state.ts'
import { Icon } from './icon.tsx'
import { bilingual } from './texts.ts'

const texts = bilingual({
  de: { optional: '(wenn du magst)', none: 'Bitte wählen' },
  en: { optional: '(if you like)', none: 'Please choose' },
})

type FieldProps = { form: FormState; name: string; label: Child; hint?: Child; optional?: boolean }

/** Attributes that tie a control to its label, hint and problem. */
export function controlOf({ form, name, hint }: Pick<FieldProps, 'form' | 'name' | 'hint'>) {
  const id = fieldId(form, name)
  const problem = problemOf(form, name)
  const described = [hint && `${id}-hint`, problem && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    name,
    'aria-describedby': described || undefined,
    'aria-invalid': problem ? ('true' as const) : undefined,
    autofocus: takesFocus(form, name),
  }
}

/** Label, hint, problem, control: for a control that the others do not cover. */
export const Field = ({ form, name, label, hint, optional, children }: PropsWithChildren<FieldProps>) => {
  const id = fieldId(form, name)
  const problem = problemOf(form, name)
  return (
    <div class="field">
      <label for={id}>
        {label} {optional && <span class="soft">{texts[form.locale.lang].optional}</span>}
      </label>
      {hint && (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem && (
        <p class="error" id={`${id}-error`}>
          <Icon name="triangle-alert" /> <span>{problem}</span>
        </p>
      )}
      {children}
    </div>
  )
}

type TextProps = FieldProps & {
  value?: string
  type?: 'text' | 'email' | 'number' | 'url'
  autocomplete?: string
  max?: number
}

/** One line. */
export const TextField = ({ value, type = 'text', autocomplete, max, ...field }: TextProps) => (
  <Field {...field}>
    <input
      {...controlOf(field)}
      type={type}
      value={typedIn(field.form, field.name, value)}
      autocomplete={autocomplete ?? 'off'}
      maxlength={max}
    />
  </Field>
)

/** Several lines; grows with what is typed. */
export const AreaField = ({ value, rows = 4, ...field }: FieldProps & { value?: string; rows?: number }) => (
  <Field {...field}>
    <textarea {...controlOf(field)} rows={rows}>
      {typedIn(field.form, field.name, value)}
    </textarea>
  </Field>
)

/** A day, with the calendar of the device. */
export const DateField = ({
  value,
  min,
  max,
  ...field
}: FieldProps & { value?: string; min?: string; max?: string }) => (
  <Field {...field}>
    <input
      {...controlOf(field)}
      class="short"
      type="date"
      value={typedIn(field.form, field.name, value)}
      min={min}
      max={max}
    />
  </Field>
)

export type Option = { value: string; label: string }

/** One of a list. Without `value` nothing is chosen yet. */
export const SelectField = ({ options, value, ...field }: FieldProps & { options: Option[]; value?: string }) => {
  const chosen = typedIn(field.form, field.name, value)
  return (
    <Field {...field}>
      <select {...controlOf(field)}>
        {(value === undefined || field.optional) && <option value="">{texts[field.form.locale.lang].none}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** A file from the device; the form around it needs `files`. `accept` as in ".docx,.md". */
export const FileField = ({ accept, ...field }: FieldProps & { accept: string }) => (
  <Field {...field}>
    <input {...controlOf(field)} type="file" accept={accept} />
  </Field>
)

/** Yes or no. */
export const CheckField = ({ form, name, label, hint, checked }: FieldProps & { checked?: boolean }) => (
  <div class="check">
    <input
      type="checkbox"
      {...controlOf({ form, name, hint })}
      value="on"
      checked={tickedIn(form, name, checked ? ['on'] : []).includes('on')}
    />
    <label for={fieldId(form, name)}>{label}</label>
    {hint && (
      <p class="hint" id={`${fieldId(form, name)}-hint`}>
        {hint}
      </p>
    )}
  </div>
)
