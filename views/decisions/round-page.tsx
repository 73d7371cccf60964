import type { SeatAnswer } from '#src/decisions/ballots/by-seat.ts'
import type { ObjectionEntry } from '#src/decisions/objections/entries.ts'
import type { ObjectionAbilities } from '#src/decisions/objections/policy.ts'
import type { SnapshotNote } from '#src/decisions/papers.ts'
import type { RoundAbilities } from '#src/decisions/policy.ts'
import type { Named, NamedAnswer, RoundEntry } from '#src/decisions/rounds/entries.ts'
import type { LeadingShown } from '#src/decisions/rounds/leading.ts'
import type { RoundOption } from '#src/decisions/rounds/schema.ts'
import type { OwnPlace } from '#src/decisions/seats/own.ts'
import type { SeatActs as SeatRights } from '#src/decisions/seats/policy.ts'
import type { SeatEntry } from '#src/decisions/seats/roll.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { Notice } from '../kit/notice.tsx'
import { StateMeaning, Status } from '../kit/status.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { AnswerPlace } from './answer-place.tsx'
import { texts as answerTexts } from './answer-texts.ts'
import { MinorityLink } from './minority-link.tsx'
import { Objections } from './objections.tsx'
import { OptionList } from './option-list.tsx'
import { WordingSheet } from './paper.tsx'
import { RoundActs } from './round-acts.tsx'
import { ChangedSince, type EarlierRound } from './round-changed.tsx'
import { RoundFacts, RoundSoFar, RoundTerms } from './round-facts.tsx'
import { RaisedHere, RoundResult } from './round-result.tsx'
import { texts } from './round-texts.ts'
import { SeatActs } from './seat-acts.tsx'
import { SeatAnswers } from './seat-answers.tsx'
import { roundState } from './state.ts'
import { texts as words } from './texts.ts'

export type RoundPageProps = {
  group: Group
  /** Who is reading. */
  me: string
  entry: RoundEntry
  /** The round after this one, if there is one. */
  newer: RoundEntry | null
  snapshot: SnapshotNote | null
  roll: SeatEntry[]
  /** What is rated, where options are. */
  options: RoundOption[]
  /** What the round before was about. */
  before: EarlierRound | null
  /** The seats that one may answer for oneself. */
  mine: OwnPlace[]
  ownLate: NamedAnswer | null
  /** Seat by seat; until it is counted none, unless the rules show them at once. */
  answers: SeatAnswer[]
  late: NamedAnswer[]
  objections: { objection: ObjectionEntry; may: ObjectionAbilities }[]
  /** What can be done about seats. */
  seatActs: SeatRights
  leaders: Named[]
  seconds: Named[]
  leading: LeadingShown
  may: RoundAbilities & { noteTalk: boolean }
  refused?: Refused | null
  locale: Locale
}

/** One round: what it is about, how it works, until when, the answer, and how it ended. */
export const RoundPage = (props: RoundPageProps) => {
  const { entry, locale } = props
  const state = roundState(entry)
  return (
    <>
      <RoundHead {...props} />
      <Live id={`round-${entry.round.id}`} on="rounds people" href={paths.round(props.group, entry.round)}>
        <Column>
          {state !== 'running' && (
            <p class="meta">
              <Status state={state} locale={locale} /> <StateMeaning state={state} locale={locale} />
            </p>
          )}
          <Newer {...props} />
          <About {...props} />
          {entry.count ? <Ended {...props} /> : <Running {...props} />}
        </Column>
      </Live>
    </>
  )
}

const Running = (props: RoundPageProps) => (
  <>
    <RoundTerms {...props} />
    <EarlierObjection {...props} />
    <AnswerPlace {...props} />
    <RoundSoFar {...props} />
    <RaisedHere {...props} />
    <SeatActs {...props} />
    <SeatAnswers {...props} title={answerTexts[props.locale.lang].soFar} />
    <RoundActs {...props} />
  </>
)

/** The result first, then what to do with it, then how it came about. */
const Ended = (props: RoundPageProps) => (
  <>
    <AnswerPlace {...props} />
    <SeatActs {...props} />
    <RoundResult {...props} />
    <RoundActs {...props} />
    <EarlierObjection {...props} />
    <RaisedHere {...props} />
    <MinorityLink {...props} />
    <OptionList {...props} />
    <SeatAnswers {...props} counted={props.entry.count?.tally.answered} />
    <RoundFacts {...props} />
    <RoundSoFar {...props} />
  </>
)

const RoundHead = ({ group, entry, locale }: RoundPageProps) => {
  const t = words[locale.lang]
  const { method, number, title } = entry.round
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> · {t.methods[method]}, {t.nthRound({ number })}
    </>
  )
  return <Head over={over} title={title} narrow />
}

const Newer = ({ group, newer, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  return newer ? (
    <Notice first={t.newerRound}>
      <a href={paths.round(group, newer.round)}>{t.toNewerRound}</a>
    </Notice>
  ) : null
}

/** In the own group the frozen text has a page of its own; what came from elsewhere is read in the round. */
const textHref = ({ group, snapshot, entry }: RoundPageProps) =>
  snapshot?.groupId === group.id
    ? paths.snapshot(group, { id: snapshot.documentId }, snapshot.number, snapshot.suffix)
    : paths.roundText(group, entry.round)

function labelOf({ entry: { count, decision }, locale }: RoundPageProps): string {
  const t = texts[locale.lang]
  if (!count) return t.decidingOn
  return decision ? t.decidedOn : t.wasAbout
}

const About = (props: RoundPageProps) => {
  return (
    <>
      <WordingSheet
        label={labelOf(props)}
        wording={props.entry.round.wording}
        snapshot={props.snapshot}
        href={textHref(props)}
        locale={props.locale}
      />
      <ChangedSince {...props} />
      {!props.entry.count && <OptionList {...props} />}
    </>
  )
}

/** Somebody who objected earlier is asked first whether that is settled. */
const EarlierObjection = ({ group, entry, objections, me, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const mine = objections.filter(
    ({ objection }) => objection.ownerId === me && !objection.ending && objection.roundId !== entry.round.id,
  )
  if (mine.length === 0 || entry.decision) return null
  return (
    <Block id="earlier-objection" title={t.earlierFirst}>
      <p class="soft">{t.earlierThen}</p>
      <Objections group={group} judged={mine} settled={false} locale={locale} />
    </Block>
  )
}
