import type { Child } from 'hono/jsx'
import { type FormState, fieldId, problemOf, takesFocus, tickedIn, typedIn } from './form-state.ts'
import { Icon } from './icon.tsx'

type ListProps = { form: FormState; name: string; legend: Child; hint?: Child }

const Asked = ({ form, name, legend, hint, large }: ListProps & { large?: boolean }) => {
  const problem = problemOf(form, name)
  return (
    <>
      <legend>{large ? <h2>{legend}</h2> : legend}</legend>
      {hint && <p class="hint">{hint}</p>}
      {problem && (
        <p class="error" id={`${fieldId(form, name)}-error`}>
          <Icon name="triangle-alert" /> <span>{problem}</span>
        </p>
      )}
    </>
  )
}

const describedBy = (form: FormState, name: string) =>
  problemOf(form, name) ? `${fieldId(form, name)}-error` : undefined

/** The first control carries the field's id, so that the list of problems can lead there. */
const itemId = (form: FormState, name: string, place: number) =>
  place === 0 ? fieldId(form, name) : `${fieldId(form, name)}-${place + 1}`

const focusFirst = (form: FormState, name: string, place: number) => (place === 0 ? takesFocus(form, name) : undefined)

export type Choice = {
  value: string
  title: Child
  /** What follows from it. */
  text?: Child
  /** Unfolds below the card once it is chosen: usually an <AreaField>. */
  more?: Child
}

/** One of few, each with its consequence; the whole card is the target. `large` makes the question a heading. */
export const ChoiceCards = (props: ListProps & { choices: Choice[]; value?: string; large?: boolean }) => {
  const { form, name, choices, value } = props
  const chosen = typedIn(form, name, value)
  return (
    <fieldset class="choices" aria-describedby={describedBy(form, name)}>
      <Asked {...props} />
      {choices.map((choice, place) => (
        <>
          <label class="choice">
            <input
              type="radio"
              id={itemId(form, name, place)}
              name={name}
              value={choice.value}
              checked={choice.value === chosen}
              autofocus={focusFirst(form, name, place)}
            />
            <b>{choice.title}</b>
            {choice.text && <span>{choice.text}</span>}
          </label>
          {choice.more && <div class="reason">{choice.more}</div>}
        </>
      ))}
    </fieldset>
  )
}

/** Any number of a list, for example people. Arrives as `many(…)`. */
export const CheckList = (
  props: ListProps & { options: { value: string; label: Child; note?: Child }[]; values?: string[] },
) => {
  const { form, name, options, values } = props
  const ticked = tickedIn(form, name, values)
  return (
    <fieldset class="checks" aria-describedby={describedBy(form, name)}>
      <Asked {...props} />
      {options.map((option, place) => (
        <div class="check">
          <input
            type="checkbox"
            id={itemId(form, name, place)}
            name={name}
            value={option.value}
            checked={ticked.includes(option.value)}
            autofocus={focusFirst(form, name, place)}
          />
          <label for={itemId(form, name, place)}>
            {option.label}
            {option.note && <span class="soft"> · {option.note}</span>}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
