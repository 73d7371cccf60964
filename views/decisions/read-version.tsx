import type { Proposal } from '#src/decisions/proposals/schema.ts'
import { type FormState, fieldId, problemOf, takesFocus, typedIn } from '../kit/form-state.ts'
import { WordingSheet } from './paper.tsx'
import { texts } from './proposal-texts.ts'

type Props = { form: FormState; proposal: Pick<Proposal, 'version' | 'title' | 'wording'> }

/** The text that somebody else has written meanwhile, where the form is read again. */
export const ChangedMeanwhile = ({ form, proposal }: Props) => {
  const t = texts[form.locale.lang]
  return problemOf(form, 'version') ? (
    <div id={fieldId(form, 'version')} tabindex={-1} autofocus={takesFocus(form, 'version')}>
      <WordingSheet label={t.newWording({ title: proposal.title })} wording={proposal.wording} locale={form.locale} />
    </div>
  ) : null
}

/**
 * Which text the person has read. After another mistake it is still that one, after being shown the new text it is
 * the new one. The last field: while something above it is being typed, a refresh leaves it as it is.
 */
export const ReadVersion = ({ form, proposal: { version } }: Props) => (
  <input
    type="hidden"
    name="version"
    value={problemOf(form, 'version') ? String(version) : typedIn(form, 'version', String(version))}
  />
)
