import type { Corrected } from '#src/decisions/register/corrected.ts'
import type { Fate } from '#src/decisions/register/fate.ts'
import type { DecisionEntry } from '#src/decisions/register/log.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { texts } from './log-texts.ts'
import { knownState } from './state.ts'

type Props = {
  decisions: DecisionEntry[]
  fates?: Map<string, Fate>
  corrected?: Map<string, Corrected[]>
  showGroup?: boolean
  locale: Locale
}

/** Decisions as a register: number and day in the margin, what was decided and what became of it beside. */
export const DecisionRows = ({ decisions, fates, corrected, showGroup, locale }: Props) => (
  <Rows>
    {decisions.map((decision) => (
      <Row
        rand={
          <Rand
            main={<ShelfMark number={decision.cited} href={paths.decision(decision.cited)} />}
            bottom={day(locale, decision.decidedOn)}
          />
        }
        title={decision.title}
        href={paths.decision(decision.cited)}
        meta={
          <>
            <Status state={decision.outcome} locale={locale} /> {showGroup && decision.group.name}{' '}
            <FateMark fate={fates?.get(decision.id)} locale={locale} />
            <CorrectedMark {...{ decision, locale }} corrected={corrected?.get(decision.id)?.at(-1)} />
          </>
        }
      />
    ))}
  </Rows>
)

type MarkProps = { decision: DecisionEntry; corrected: Corrected | undefined; locale: Locale }

/** Where its text can be read as it was put right. */
const CorrectedMark = ({ decision: { cited }, corrected, locale }: MarkProps) =>
  corrected ? (
    <>
      {' '}
      ·{' '}
      <a href={paths.decisionSnapshot(cited, corrected.suffix)}>
        {texts[locale.lang].correctedIn({ number: `${corrected.number}${corrected.suffix}` })}
      </a>
    </>
  ) : null

/** Where it went on, in one label. */
export const FateMark = ({ fate, locale }: { fate?: Fate; locale: Locale }) => {
  const state = fate && knownState(fate.state)
  if (!fate || !state) return null
  return (
    <>
      · {fate.label} <Status state={state} locale={locale} />
    </>
  )
}
