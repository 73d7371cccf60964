import { paths } from '#src/paths.ts'
import type { AnswerEntry } from '#src/referrals/entries.ts'
import { dayCount, daysUntil, weekday } from '../kit/dates.ts'
import { type Fact, Facts } from '../kit/facts.tsx'
import { Empty } from '../kit/notice.tsx'
import { Sheet, ShelfMark, Wording } from '../kit/sheet.tsx'
import { StateMeaning, Status } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { DueDay, Responsible } from '../tasks/task-meta.tsx'
import type { ReferralPageProps } from './referral-page.tsx'
import { texts } from './texts.ts'

/** What came back: the circle's decision, its reasons or its word that there is none. */
export const ReceivedBlock = (props: ReferralPageProps) => {
  const { entry, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="received" title={t.whatCameBack}>
      {entry.answer ? (
        <Received {...props} answer={entry.answer} />
      ) : (
        <Empty first={t.noAnswerYet}>{t.noAnswerYetThen}</Empty>
      )}
    </Block>
  )
}

type Props = ReferralPageProps & { answer: AnswerEntry }

const Received = (props: Props) => {
  const { answer, locale } = props
  const t = texts[locale.lang]
  return (
    <Sheet>
      <p>
        <Status state={answer.kind} locale={locale} /> <StateMeaning state={answer.kind} locale={locale} />
      </p>
      {answer.decision && <Wording text={answer.decision.wording} />}
      {answer.reasons.length > 0 && (
        <ol class="reasons" aria-label={t.reasons}>
          {answer.reasons.map((reason) => (
            <li>{reason}</li>
          ))}
        </ol>
      )}
      {answer.statement && <Wording text={answer.statement} />}
      <Facts facts={[...decided(props), ...givenBack(props), entered(props)]} />
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

const givenBack = ({ group, answer, task, locale }: Props): Fact[] => {
  const t = texts[locale.lang]
  const isOurs = group.kind === 'working_group'
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

const entered = ({ entry, answer, locale }: Props): Fact => {
  const t = texts[locale.lang]
  const days = daysUntil({ ...locale, now: entry.createdAt }, answer.createdAt)
  const took = days > 0 ? t.answerIn({ days: dayCount(locale, days) }) : t.answeredSameDay
  return { term: t.answeredBy, words: `${answer.answeredBy}, ${weekday(locale, answer.createdAt)}. ${took}` }
}
