import type { Count } from '#src/decisions/rounds/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime } from '../kit/dates.ts'
import { ShelfMark } from '../kit/sheet.tsx'
import { Block } from '../kit/structure.tsx'
import { Tally } from '../kit/tally.tsx'
import { KindsTable, LevelsTable } from './levels-table.tsx'
import { Objections } from './objections.tsx'
import { RatedSentence, RatedTable } from './rated-table.tsx'
import { texts as results } from './result-texts.ts'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './round-texts.ts'
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

type NumbersProps = Pick<RoundPageProps, 'options' | 'locale'> & {
  round: Pick<RoundPageProps['entry']['round'], 'method' | 'rules'>
  count: Pick<Count, 'tally' | 'chosenId'>
}

/** The result as a readable table, method by method. */
export const Numbers = ({ options, round, count, locale }: NumbersProps) => {
  const { method } = round
  if (method === 'consensus') return <LevelsTable tally={count.tally} locale={locale} />
  if (method === 'majority') return <KindsTable tally={count.tally} round={round} locale={locale} />
  if (method === 'consent') return null
  return (
    <>
      <RatedSentence options={options} count={count} locale={locale} />
      <RatedTable options={options} count={count} locale={locale} />
    </>
  )
}

const Became = ({ entry, locale }: RoundPageProps) =>
  entry.cited ? (
    <p>
      {texts[locale.lang].becameDecision} <ShelfMark number={entry.cited} href={paths.decision(entry.cited)} />.
    </p>
  ) : null

/** What was said against it in this round. */
export const RaisedHere = ({ group, entry, newer, objections, locale }: RoundPageProps) => {
  const here = objections.filter(({ objection }) => objection.roundId === entry.round.id)
  return here.length > 0 ? (
    <Block id="objections" title={words[locale.lang].objections}>
      <Objections group={group} judged={here} settled={newer?.decision != null} locale={locale} />
    </Block>
  ) : null
}

/** High resistance against the winner is talked about before anybody establishes it (`DOMAIN.md 4.7`). */
const TalkFirst = ({ group, entry, may, locale }: RoundPageProps) => {
  const t = results[locale.lang]
  if (!entry.count?.flags.includes('talk_first') || entry.decision) return null
  return (
    <p>
      {t.talkFirst} <a href={paths.roundDecision(group, entry.round)}>{may.noteTalk ? t.noteTalk : t.toTalk}</a>
    </p>
  )
}

/** By whom, or by the server when the time was over. */
const Counted = ({ entry: { count, countedBy }, locale }: RoundPageProps) => {
  if (!count) return null
  const when = dayTime(locale, count.createdAt)
  const words = countedBy
    ? texts[locale.lang].countedBy({ name: countedBy, when })
    : results[locale.lang].countedItself({ when })
  return <p class="soft">{words}</p>
}

/** How the round ended: for good. */
export const RoundResult = (props: RoundPageProps) => {
  const { entry, options, locale } = props
  const t = texts[locale.lang]
  const { count } = entry
  if (!count) return null
  return (
    <Block id="result" title={t.result}>
      <CountWords count={count} locale={locale} />
      <Numbers options={options} round={entry.round} count={count} locale={locale} />
      <TalkFirst {...props} />
      <Counted {...props} />
      {entry.round.rules.answersShown === 'counts' && <p class="soft">{results[locale.lang].onlyNumbers}</p>}
      <Became {...props} />
    </Block>
  )
}
