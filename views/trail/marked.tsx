import { createContext, useContext } from 'hono/jsx'
import type { Locale } from '#src/web/locale.ts'
import { Icon } from '../kit/icon.tsx'
import { texts } from './check-texts.ts'

/** What is to be looked at again, as "task <id>": asked once for the whole page, and heard by each row of whatever list. */
export const Marked = createContext<ReadonlySet<string>>(new Set())

type Props = { thing: 'document' | 'proposal' | 'decision' | 'task' | 'referral'; id: string; locale: Locale }

/** „bitte prüfen“ beside a title, where what it leans on has ended and nobody has looked since. */
export const CheckMark = ({ thing, id, locale }: Props) =>
  useContext(Marked).has(`${thing} ${id}`) ? (
    <span class="check-mark">
      <Icon name="flag" /> {texts[locale.lang].mark}
    </span>
  ) : null
