import type { Locale } from '#src/web/locale.ts'
import { Icon } from './icon.tsx'
import { looks, type State, stateTexts } from './states.ts'

/** Where something stands: symbol, word and edge. `label` says it more precisely, as in "KK-07, TOP 5". */
export const Status = ({ state, label, locale }: { state: State; label?: string; locale: Locale }) => {
  const [look, icon] = looks[state]
  const words = stateTexts[locale.lang][state]
  return (
    <span class="status" data-look={look} title={words.meaning}>
      <Icon name={icon} />
      <span>{label ?? words.label}</span>
    </span>
  )
}

/** What a state means, once on the page. */
export const StateMeaning = ({ state, locale }: { state: State; locale: Locale }) => (
  <span class="soft">{stateTexts[locale.lang][state].meaning}</span>
)
