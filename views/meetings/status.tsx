import type { MeetingState } from '#src/meetings/standing.ts'
import type { IconName } from '#src/web/icons.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import type { Look } from '../kit/states.ts'
import { texts } from './texts.ts'

const looks: Record<MeetingState, readonly [Look, IconName]> = {
  planned: ['moving', 'calendar'],
  invited: ['fixed', 'mail'],
  in_session: ['running', 'users'],
  ended: ['fixed', 'check'],
  closed: ['force', 'check-check'],
  cancelled: ['struck', 'ban'],
}

/** How far a meeting has come: symbol, word and edge. */
export const MeetingStatus = ({ state, locale }: { state: MeetingState; locale: Locale }) => {
  const [look, icon] = looks[state]
  const words = texts[locale.lang].states[state]
  return (
    <span class="status" data-look={look} title={words.meaning}>
      <Icon name={icon} />
      <span>{words.label}</span>
    </span>
  )
}
