import { paths } from '#src/paths.ts'
import type { AnswerEntry } from '#src/referrals/entries.ts'
import { LinkButton } from '../kit/button.tsx'
import { dayCount, daysUntil, weekday } from '../kit/dates.ts'
import { type Fact, Facts } from '../kit/facts.tsx'
import { Empty } from '../kit/notice.tsx'
import { Sheet, ShelfMark, Wording } from '../kit/sheet.tsx'
import { StateMeaning, Status } from '../kit/status.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { DueDay, Responsible } from '../tasks/task-meta.tsx'
import { addressee } from './addressee.ts'
import { DecisionTasks, ReservationShown } from './afterwards.tsx'
import { stateOf } from './card-parts.tsx'
import { texts as changing } from './changing-texts.ts'
import { texts as ending } from './ending-texts.ts'
import { ReasonList } from './reason-list.tsx'
import type { ReferralPageProps } from './referral-page.tsx'
import { texts } from './texts.ts'

/** What came back: a decision, reasons or the word that there is none; or how else it ended. */
export const ReceivedBlock = (props: ReferralPageProps) => {
  const { entry, locale } = props
  const t = texts[locale.lang]
  const { subject, Subject } = addressee(locale, entry.to)
  return (
    <Block id="received" title={endedWithout(entry) ? t.whatBecameOfIt : t.whatCameBack({ who: subject })}>
      {entry.answer ? (
        <Received {...props} answer={entry.answer} />
      ) : (
        <Empty first={t.noAnswerYet}>{t.noAnswerYetThen({ Who: Subject })}</Empty>
      )}
    </Block>
  )
}

/** Taken back or replaced: nobody has answered it. */
const endedWithout = ({ state }: Pick<ReferralPageProps['entry'], 'state'>) =>
  state === 'withdrawn' || state === 'superseded'

type Props = ReferralPageProps & { answer: AnswerEntry }

const Received = (props: Props) => {
  const { group, entry, side, answer, locale } = props
  const state = stateOf(entry)
  return (
    <Sheet>
      <p>
        <Status state={state} locale={locale} /> <StateMeaning state={state} locale={locale} />
      </p>
      {answer.decision && <Wording text={answer.decision.wording} />}
      {answer.reasons.length > 0 && <ReasonList reasons={side.reasons} isOpen={side.isWithTheGroup} locale={locale} />}
      {side.mayAnswerReasons && (
        <Actions>
          <LinkButton href={paths.reasonReplies(group, entry)} rank="second" icon="pencil">
            {ending[locale.lang].answerReasons}
          </LinkButton>
        </Actions>
      )}
      {answer.statement && <Wording text={answer.statement} />}
      {answer.kind === 'noted' && entry.snapshot && <p>{changing[locale.lang].nothingDecided}</p>}
      <DecisionTasks {...props} />
      <ReservationShown {...props} />
      <Facts facts={[...decided(props), ...changed(props), ...replaced(props), ...givenBack(props), entered(props)]} />
    </Sheet>
  )
}

const decided = ({ answer, locale }: Props): Fact[] => [
  answer.decision && {
    term: texts[locale.lang].answerDecision,
    words: (
      <>
        <ShelfMark number={answer.decision.cited} href={paths.decision(answer.decision.cited)} />,{' '}
        {weekday(locale, answer.decision.decidedOn)}
      </>
    ),
  },
]

const changed = ({ group, entry, after, answer, locale }: Props): Fact[] => {
  const t = changing[locale.lang]
  const { changes, voices } = entry
  return [
    !!answer.decision?.summary && { term: t.summary, words: answer.decision.summary },
    changes && {
      term: t.proposedBy,
      words: (
        <>
          {changes.proposedBy}.{' '}
          {after.mayReadChanges && <a href={paths.referralChanges(group, entry)}>{t.seeChanges}</a>}
        </>
      ),
    },
    voices.length > 0 && { term: t.voices, words: voices.join(', ') },
  ]
}

const replaced = ({ group, answer, locale }: Props): Fact[] => [
  answer.successor && {
    term: ending[locale.lang].replacedBy,
    words: <ShelfMark number={answer.successor.cited} href={paths.referral(group, answer.successor)} />,
  },
]

const givenBack = ({ group, entry, answer, task, locale }: Props): Fact[] => {
  const t = texts[locale.lang]
  const isOurs = entry.fromId === group.id
  return [
    answer.wishedBy !== null && { term: t.wantedBack, words: weekday(locale, answer.wishedBy) },
    !!answer.contact && { term: t.contact, words: answer.contact },
    task && {
      term: t.task,
      words: (
        <>
          <Status state={task.ending?.kind ?? 'open'} locale={locale} /> <Responsible task={task} locale={locale} />,{' '}
          <DueDay task={task} locale={locale} /> {isOurs && <a href={paths.task(group, task)}>{t.taskLink}</a>}
        </>
      ),
    },
    isOurs &&
      !!answer.draftId && {
        term: t.newDraft,
        words: <a href={paths.document(group, { id: answer.draftId })}>{t.draftLink}</a>,
      },
  ]
}

/** A decision is the answer once the second person has confirmed it. */
const entered = ({ entry, answer, locale }: Props): Fact => {
  const t = texts[locale.lang]
  const days = daysUntil({ ...locale, now: entry.createdAt }, answer.createdAt)
  const entered = `${answer.answeredBy}, ${weekday(locale, answer.createdAt)}`
  if (endedWithout(entry)) return { term: t.answeredBy, words: entered }
  const took = days > 0 ? t.answerIn({ days: dayCount(locale, days) }) : t.answeredSameDay
  return { term: answer.decision ? t.confirmedBy : t.answeredBy, words: `${entered}. ${took}` }
}
