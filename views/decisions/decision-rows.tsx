import type { Corrected } from '#src/decisions/register/corrected.ts'
import type { Fate } from '#src/decisions/register/fate.ts'
import type { DecisionEntry } from '#src/decisions/register/log.ts'
import type { InMinutes } from '#src/decisions/register/minutes.ts'
import type { Ended, NoteEntry } from '#src/decisions/register/notes.ts'
import type { CarriedOut } from '#src/decisions/register/progress.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { day } from '../kit/dates.ts'
import { Rand } from '../kit/rand.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Status } from '../kit/status.tsx'
import { CheckMark } from '../trail/marked.tsx'
import { texts } from './log-texts.ts'
import { knownState, standingState } from './state.ts'

type Props = {
  decisions: DecisionEntry[]
  fates?: Map<string, Fate>
  corrected?: Map<string, Corrected[]>
  notes?: Map<string, NoteEntry[]>
  ended?: Map<string, Ended[]>
  progress?: Map<string, CarriedOut>
  minutes?: Map<string, InMinutes>
  showGroup?: boolean
  locale: Locale
}

/** Decisions as a register: number and day in the margin, what was decided and what became of it beside. */
export const DecisionRows = ({
  decisions,
  fates,
  corrected,
  notes,
  ended,
  progress,
  minutes,
  showGroup,
  locale,
}: Props) => (
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
            <Status state={standingState(decision)} locale={locale} /> {showGroup && decision.group.name}{' '}
            {minutes?.get(decision.id)?.isContested && <Status state="contested" locale={locale} />}{' '}
            <CheckMark thing="decision" id={decision.id} locale={locale} />
            <FateMark fate={fates?.get(decision.id)} locale={locale} />
            {fates && !fates.has(decision.id) && <CircleMark decision={decision} locale={locale} />}
            <ProgressMark carriedOut={progress?.get(decision.id)} locale={locale} />
            <NoteMarks notes={notes?.get(decision.id)} locale={locale} />
            <EndedMarks ended={ended?.get(decision.id)} locale={locale} />
            <CorrectedMark {...{ decision, locale }} corrected={corrected?.get(decision.id)?.at(-1)} />
          </>
        }
      >
        {decision.summary !== decision.title && <p>{decision.summary}</p>}
      </Row>
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

const CircleMark = ({ decision, locale }: { decision: DecisionEntry; locale: Locale }) =>
  decision.needsCircle ? <> · {texts[locale.lang].referNeeded}</> : null

/** How far it has been carried out, where there is something to do. */
const ProgressMark = ({ carriedOut, locale }: { carriedOut?: CarriedOut; locale: Locale }) => {
  const t = texts[locale.lang]
  if (!carriedOut) return null
  const { open, late } = carriedOut
  const parts = [open > 0 ? t.open({ count: open }) : t.carriedOut, late > 0 && t.late({ count: late })]
  return <> · {parts.filter(Boolean).join(', ')}</>
}

/** What stands above it since: a newer decision by its number, the rest as a count. */
const NoteMarks = ({ notes = [], locale }: { notes?: NoteEntry[]; locale: Locale }) => {
  const t = texts[locale.lang]
  const ending = notes.findLast(({ by }) => by !== null)
  const count = notes.filter(({ by }) => by === null).length
  return (
    <>
      {ending?.by && (
        <>
          {' '}
          · {ending.kind === 'annulment' ? t.annulledBy : t.replacedBy}{' '}
          <ShelfMark number={ending.by.cited} href={paths.decision(ending.by.cited)} />
        </>
      )}
      {count > 0 && <> · {t.noted({ count })}</>}
    </>
  )
}

/** The other way round: which earlier decisions it has replaced or annulled, if it has. */
const EndedMarks = ({ ended = [], locale }: { ended?: Ended[]; locale: Locale }) => {
  const t = texts[locale.lang]
  const effective = ended.filter(({ isEffective }) => isEffective)
  return (
    <>
      {effective.map(({ kind, cited }) => (
        <>
          {' '}
          · {kind === 'annulment' ? t.annuls : t.replaces} <ShelfMark number={cited} href={paths.decision(cited)} />
        </>
      ))}
    </>
  )
}
