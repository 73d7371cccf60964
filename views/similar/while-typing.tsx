import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { fieldId } from '../kit/form-state.ts'
import { similarListId } from './similar-list.tsx'
import { texts } from './texts.ts'

type Props = { form: { id: string; locale: Locale }; group: { slug: string }; name?: string }

// Whoever types is not to be held up or told off: what is refused or lost is left out without a word.
const keep = { 'hx-status:4xx': 'swap:none', 'hx-status:5xx': 'swap:none' }

/**
 * Stands below the field of a title: what others are at already appears while somebody types, without taking the focus,
 * and is said by screen readers when they have nothing else to say. Without script a link leads to the search.
 */
export const SimilarWhileTyping = ({ form, group, name = 'title' }: Props) => {
  const field = `#${fieldId({ ...form }, name)}`
  return (
    <div
      class="similar"
      id={`${form.id}-similar`}
      aria-live="polite"
      hx-get={paths.similar(group)}
      hx-include={field}
      hx-trigger={`input from:${field} delay:500ms, change from:${field} delay:100ms`}
      hx-target={`#${similarListId}`}
      hx-select={`#${similarListId}`}
      hx-swap="outerMorph"
      hx-sync="this:replace"
      {...keep}
    >
      <div id={similarListId} />
      <p class="hint">
        <a href={paths.similar(group)}>{texts[form.locale.lang].title}</a>
      </p>
    </div>
  )
}
