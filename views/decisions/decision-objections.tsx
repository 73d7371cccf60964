import type { ObjectionEntry } from '#src/decisions/objections/entries.ts'
import type { Locale } from '#src/web/locale.ts'
import type { DecisionPageProps } from './decision-page.tsx'
import { texts } from './decision-texts.ts'
import { objectionStateWords, ownerWords } from './objections.tsx'
import { texts as words } from './texts.ts'

/** What was said against it and how that was settled; with names only for the group itself. */
export const DecisionObjections = ({ sheet, isInside, locale }: DecisionPageProps) => (
  <ul class="plain stack wide">
    {sheet.round?.objections.map((objection) => (
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
        <p class="soft">
          {isInside ? w.objectionBy({ name: ownerWords(objection, locale), round }) : t.outsideObjection({ round })}
        </p>
        <p class="wortlaut">{objection.reason}</p>
        <p>
          <b>{settled(objection, isInside, locale)}</b> {objection.ending?.note}
        </p>
      </div>
    </blockquote>
  )
}

/** With names only for the group itself; what two have signed counts like what its owner said. */
function settled(objection: ObjectionEntry, isInside: boolean, locale: Locale): string {
  const { ending, lapse, owner: name } = objection
  const w = words[locale.lang]
  const t = texts[locale.lang]
  if (objection.state === 'not_counted') return objectionStateWords(objection, locale)
  if (!ending) return lapse?.signedAt ? t.lapsed({ reason: lapse.reason }) : w.stoodThen
  switch (ending.kind) {
    case 'withdrawn':
      return isInside ? w.withdrawnBy({ name }) : w.withdrawn
    case 'integrated':
      return isInside ? w.integratedBy({ name }) : w.integrated
    case 'downgraded':
      return t.downgraded
  }
}
