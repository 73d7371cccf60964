import type { NamedAnswer } from '#src/decisions/rounds.ts'
import type { Count } from '#src/decisions/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime } from '../kit/dates.ts'
import { ShelfMark } from '../kit/sheet.tsx'
import { StateMeaning } from '../kit/status.tsx'
import { Block } from '../kit/structure.tsx'
import { Table } from '../kit/table.tsx'
import { Tally } from '../kit/tally.tsx'
import { Objections } from './objections.tsx'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './round-texts.ts'
import { roundState } from './state.ts'
import { texts as words } from './texts.ts'
import { flagWords, reasonWords, tallyWords } from './words.ts'

/** Outcome and reason in words, numbers, flags. */
export const CountWords = ({ count, locale }: { count: Pick<Count, 'tally' | 'reason' | 'flags'>; locale: Locale }) => {
  const answered = count.tally.answered ?? 0
  const entitled = count.tally.entitled ?? 0
  return (
    <>
      <p>
        <b>{reasonWords(locale, count.reason)}</b> {tallyWords(locale, count.tally)}
      </p>
      <Tally filled={answered} of={entitled} words={words[locale.lang].answered({ answered, entitled })} />
      {flagWords(locale, count.flags).map((flag) => (
        <p class="soft">{flag}</p>
      ))}
    </>
  )
}

const Became = ({ entry, locale }: RoundPageProps) =>
  entry.cited ? (
    <p>
      {texts[locale.lang].becameDecision} <ShelfMark number={entry.cited} href={paths.decision(entry.cited)} />.
    </p>
  ) : null

const answerRows = (locale: Locale, answers: NamedAnswer[], late: NamedAnswer[]) => {
  const t = texts[locale.lang]
  const label = ({ choice }: NamedAnswer) => words[locale.lang].choices[choice]
  return [
    ...answers.map((answer) => [answer.holder.name, label(answer), answer.reason]),
    ...late.map((answer) => [answer.holder.name, `${label(answer)} (${t.tooLate})`, answer.reason]),
  ]
}

const Answers = ({ answers, late, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  if (answers.length + late.length === 0) return null
  return (
    <Block id="answers" title={t.answers}>
      <Table
        caption={t.answers}
        columns={[{ label: t.name }, { label: t.answer }, { label: t.words }]}
        rows={answerRows(locale, answers, late)}
      />
    </Block>
  )
}

const RaisedHere = ({ group, entry, newer, objections, locale }: RoundPageProps) => {
  const here = objections.filter(({ objection }) => objection.roundId === entry.round.id)
  return here.length > 0 ? (
    <Block id="objections" title={words[locale.lang].objections}>
      <Objections group={group} judged={here} settled={newer?.decision != null} locale={locale} />
    </Block>
  ) : null
}

/** How the round ended: for good. */
export const RoundResult = (props: RoundPageProps) => {
  const { entry, locale } = props
  const t = texts[locale.lang]
  const { count } = entry
  if (!count) return null
  return (
    <>
      <Block id="result" title={t.result}>
        <CountWords count={count} locale={locale} />
        <p>
          <StateMeaning state={roundState(entry)} locale={locale} />
        </p>
        <p class="soft">{t.countedBy({ name: entry.countedBy ?? '', when: dayTime(locale, count.createdAt) })}</p>
        <Became {...props} />
      </Block>
      <RaisedHere {...props} />
      <Answers {...props} />
    </>
  )
}
