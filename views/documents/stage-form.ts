import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import type { FormState } from '../kit/form-state.ts'
import { texts } from './stage-page-texts.ts'

export type RefusedStage = { form: 'review' | 'archive' | 'replace' | 'successor' | 'editor'; input: Refused }

type Props = { refused: RefusedStage | null; locale: Locale }

/** Each form of the page has what stands in its own way. */
export const formOf = (name: RefusedStage['form'], { refused, locale }: Props): FormState => ({
  id: name,
  locale,
  refused: refused?.form === name ? refused.input : null,
  problems: texts[locale.lang].problems,
})
