import type { MinutesState } from '#src/meetings/minutes/state.ts'
import type { IconName } from '#src/web/icons.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import type { Look } from '../kit/states.ts'
import { texts } from './minutes-texts.ts'

const looks: Record<MinutesState, readonly [Look, IconName]> = {
  none: ['moving', 'pencil'],
  draft: ['moving', 'pencil'],
  circulated: ['running', 'send'],
  contested: ['care', 'flag'],
  corrected: ['running', 'pencil-line'],
  approved: ['force', 'check-check'],
}

/** Where minutes stand: symbol, word and edge. */
export const MinutesStatus = ({ state, locale }: { state: MinutesState; locale: Locale }) => {
  const [look, icon] = looks[state]
  return (
    <span class="status" data-look={look}>
      <Icon name={icon} />
      <span>{texts[locale.lang].states[state]}</span>
    </span>
  )
}
