import { paths } from '#src/paths.ts'
import { texts } from './minority-texts.ts'
import type { RoundPageProps } from './round-page.tsx'

const final = ['adopted', 'rejected', 'status_quo_confirmed']

/** Where those who differ say so, once something is decided. */
export const MinorityLink = ({ group, entry: { round, count }, locale }: RoundPageProps) =>
  count && final.includes(count.outcome) ? (
    <p class="meta link-line">
      <a href={paths.minorityStatement(group, round)}>{texts[locale.lang].link}</a>
    </p>
  ) : null
