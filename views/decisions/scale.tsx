import { type FormState, fieldId, problemOf, takesFocus, typedIn } from '../kit/form-state.ts'
import { Icon } from '../kit/icon.tsx'
import { texts } from './answer-texts.ts'
import { bare } from './bare.ts'

type Props = {
  form: FormState
  name: string
  title: string
  wording: string
  isPassive: boolean
  value?: number
}

const steps = Array.from({ length: 11 }, (_, step) => step)

/** What the option says, where that is more than its name. */
const Meaning = ({ form, title, wording, isPassive }: Props) => (
  <>
    {wording !== title && <p class="wortlaut">{wording}</p>}
    {isPassive && <p class="soft">{texts[form.locale.lang].passive}</p>}
  </>
)

/**
 * From no resistance to the greatest against one option: radios, so that it works without script; with script digits
 * choose. Chosen is ink: a number is neither good nor bad.
 */
export const Scale = (props: Props) => {
  const { form, name, title, value } = props
  const t = texts[form.locale.lang]
  const id = fieldId(form, name)
  const problem = problemOf(form, name)
  const chosen = typedIn(form, name, value === undefined ? '' : String(value))
  return (
    <fieldset
      class="scale"
      data-title={bare(title)}
      aria-describedby={problem ? `${id}-error ${id}-ends` : `${id}-ends`}
    >
      <legend>
        <h3>{title}</h3>
      </legend>
      <Meaning {...props} />
      {problem && (
        <p class="error" id={`${id}-error`}>
          <Icon name="triangle-alert" /> <span>{problem}</span>
        </p>
      )}
      <div class="steps">
        {steps.map((step) => (
          <label>
            <input
              type="radio"
              id={step === 0 ? id : `${id}-${step}`}
              name={name}
              value={String(step)}
              checked={chosen === String(step)}
              autofocus={step === 0 ? takesFocus(form, name) : undefined}
            />
            <span>{step}</span>
          </label>
        ))}
      </div>
      <p class="ends" id={`${id}-ends`}>
        <span>{t.least}</span> <span>{t.most}</span>
      </p>
    </fieldset>
  )
}
