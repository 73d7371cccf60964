import type { IconName } from '#src/web/icons.ts'
import type { SuggestionSaving, SuggestState } from './editor-suggest-saving.ts'
import { type SuggestTexts, wordFor } from './editor-suggest-texts.ts'

const icons: Record<SuggestState, IconName> = {
  saved: 'check',
  sending: 'cloud',
  unsent: 'cloud-off',
  refused: 'triangle-alert',
}

function wordsFor({ state, problem }: SuggestionSaving, isKept: boolean, t: SuggestTexts): string {
  if (state === 'refused') return wordFor(t.problems, problem)
  if (state === 'unsent') return isKept ? t.unsentKept : t.unsentHere
  return t[state]
}

/** Says of one's suggestions what the line beside it says of the text. Only what is serious is read out. */
export function showSaved(page: HTMLElement, saving: SuggestionSaving, isKept: boolean, t: SuggestTexts): void {
  const place = page.querySelector<HTMLElement>('.suggest-save')
  const words = place?.querySelector('span')
  if (!place || !words) return
  const { state } = saving
  const isSerious = state === 'unsent' || state === 'refused'
  place.setAttribute('aria-live', isSerious ? 'polite' : 'off')
  place.hidden = false
  place.dataset.save = state === 'unsent' ? 'offline' : state === 'refused' ? 'refused' : state
  place.querySelector('use')?.setAttribute('href', `/build/icons.svg#${icons[state]}`)
  const said = wordsFor(saving, isKept, t)
  if (words.textContent !== said) words.textContent = said
}
