import type { ObjectionEntry } from '#src/decisions/objections/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import type { DecisionPageProps } from './decision-page.tsx'
import { texts } from './log-texts.ts'
import { texts as words } from './texts.ts'

/** What was said against it and how that was settled; with names only for the group itself. */
export const DecisionObjections = ({ sheet, isInside, locale }: DecisionPageProps) => (
  <ul class="plain stack wide">
    {sheet.objections.map((objection) => (
      <li>
        <Said objection={objection} isInside={isInside} locale={locale} />
      </li>
    ))}
  </ul>
)

type Props = { objection: ObjectionEntry; isInside: boolean; locale: Locale }

const Said = ({ objection, isInside, locale }: Props) => {
  const t = texts[locale.lang]
  const w = words[locale.lang]
  const round = w.nthRound({ number: objection.roundNumber })
  return (
    <blockquote class="notice care">
      <div class="words">
        <p class="soft">{isInside ? w.objectionBy({ name: objection.owner, round }) : t.outsideObjection({ round })}</p>
        <p class="wortlaut">{objection.reason}</p>
        <p>
          <b>{settled(objection, isInside, locale)}</b> {objection.ending?.note}
        </p>
      </div>
    </blockquote>
  )
}

function settled({ ending, owner }: ObjectionEntry, isInside: boolean, locale: Locale): string {
  const w = words[locale.lang]
  if (!ending) return w.stoodThen
  if (ending.kind === 'withdrawn') return isInside ? w.withdrawnBy({ name: owner }) : w.withdrawn
  return isInside ? w.integratedBy({ name: owner }) : w.integrated
}
