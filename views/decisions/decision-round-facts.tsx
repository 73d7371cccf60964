import type { RoundBehind } from '#src/decisions/register/sheet-round.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import type { Fact } from '../kit/facts.tsx'
import type { DecisionPageProps } from './decision-page.tsx'
import { texts } from './decision-texts.ts'
import { howItGoes } from './how.ts'
import { KindsTable, LevelsTable } from './levels-table.tsx'
import { RatedSentence, RatedTable } from './rated-table.tsx'
import { rollWords } from './roll-words.ts'
import { Period } from './round-facts.tsx'
import { CountWords } from './round-result.tsx'
import { texts as words } from './texts.ts'

type Props = DecisionPageProps & { behind: RoundBehind }

const Method = ({ behind: { deciding }, sheet: { decision }, isInside, locale }: Props) => {
  const w = words[locale.lang]
  const { round } = deciding
  const name = `${w.methods[round.method]}, ${w.nthRound(round)}`
  return (
    <>
      {isInside ? <a href={paths.round(decision.group, round)}>{name}</a> : name}. {howItGoes(locale, round)}
    </>
  )
}

function channelWords({ deciding: { round } }: RoundBehind, locale: Locale): string {
  const t = texts[locale.lang]
  const way = t.channels[round.channel]
  return round.preset ? `${way} (${t.presets[round.preset]})` : way
}

const Result = ({ behind: { deciding, options }, locale }: Props) => {
  const { count, round } = deciding
  if (!count) return null
  return (
    <>
      <CountWords count={count} locale={locale} />
      {round.method === 'consensus' && <LevelsTable tally={count.tally} locale={locale} />}
      {round.method === 'majority' && <KindsTable tally={count.tally} round={round} locale={locale} />}
      {options.length > 0 && <RatedSentence options={options} count={count} locale={locale} />}
      {options.length > 0 && <RatedTable options={options} count={count} locale={locale} />}
    </>
  )
}

/** How a round came to its result: method, rules, roll, period, count. */
export function roundFacts(props: DecisionPageProps): Fact[] {
  const { sheet, locale } = props
  const behind = sheet.round
  if (!behind?.deciding.count) return []
  const t = texts[locale.lang]
  const w = words[locale.lang]
  const { round, count, closesAt } = behind.deciding
  const rules = w.ruleSet({ version: round.ruleSetVersion, basis: round.legalBasis })
  return [
    { term: t.method, words: <Method {...props} behind={behind} /> },
    { term: t.channel, words: channelWords(behind, locale) },
    { term: w.rules, words: rules },
    { term: t.roll, words: rollWords(behind.roll, locale) },
    { term: t.openFrom, words: <Period {...{ round, count, closesAt, locale }} /> },
    { term: t.result, words: <Result {...props} behind={behind} /> },
  ]
}
