import type { ItemQuorum } from '#src/meetings/attendance/quorum.ts'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { texts } from './session-texts.ts'

/** "Beschlussfähig: 6 von 9 Sitzen, 1 befangen". */
export const Quorum = ({ quorum, hasQuorum, locale }: { quorum: ItemQuorum; hasQuorum: boolean; locale: Locale }) => {
  const t = texts[locale.lang]
  const count = t.quorum[quorum.unit](quorum)
  const recused = quorum.recused > 0 ? `, ${t.recused({ count: quorum.recused })}` : ''
  const verdict = hasQuorum ? (quorum.isQuorate ? t.isQuorate : t.notQuorate) : t.noQuorum
  return (
    <p class={quorum.isQuorate ? 'quorum' : 'quorum is-missed'}>
      <Icon name={quorum.isQuorate ? 'check' : 'users'} />
      <span>
        <b>{verdict}</b>: {count}
        {recused}
      </span>
    </p>
  )
}
