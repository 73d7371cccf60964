import { paths } from '#src/paths.ts'
import { dayTime, fullDay } from '../kit/dates.ts'
import { type Fact, Facts } from '../kit/facts.tsx'
import type { DecisionPageProps } from './decision-page.tsx'
import { texts } from './log-texts.ts'
import { Period } from './round-facts.tsx'
import { CountWords } from './round-result.tsx'
import { texts as words } from './texts.ts'
import { howItGoes, quorumWords, shortSum } from './words.ts'

const Basis = ({ sheet: { decision, snapshot }, locale }: DecisionPageProps) => {
  const w = words[locale.lang]
  return snapshot ? (
    <>
      <a href={paths.decisionSnapshot(decision.cited)}>
        „{snapshot.title}“, {w.version({ number: `${snapshot.number}${snapshot.suffix}` })}
      </a>{' '}
      <span class="soft">({w.checksum({ sum: shortSum(snapshot.checksum) })})</span>
    </>
  ) : null
}

/** Who stands for it is for the group's own eyes, as with everything else that people did in it. */
const Corrections = ({ sheet: { decision, corrected }, isInside, locale }: DecisionPageProps) => (
  <>
    {corrected.map(({ number, suffix, note, createdAt, first, second }) => (
      <p>
        <a href={paths.decisionSnapshot(decision.cited, suffix)}>
          {words[locale.lang].version({ number: `${number}${suffix}` })}
        </a>
        ,{' '}
        {isInside
          ? texts[locale.lang].twoPeople({ first, second, when: fullDay(locale, createdAt) })
          : fullDay(locale, createdAt)}
        {note && `: ${note}`}
      </p>
    ))}
  </>
)

const Method = ({ sheet: { round, decision }, isInside, locale }: DecisionPageProps) => {
  if (!round) return null
  const w = words[locale.lang]
  const facts = round.round
  const name = `${w.methods[facts.method]}, ${w.nthRound(facts)}`
  return (
    <>
      {isInside ? <a href={paths.round(decision.group, facts)}>{name}</a> : name}. {howItGoes(locale, facts)}{' '}
      {quorumWords(locale, facts.rules)}
    </>
  )
}

/** How a round came to its result: method, rules, period, count. */
function roundFacts(props: DecisionPageProps): Fact[] {
  const { locale } = props
  const { round } = props.sheet
  if (!round?.count) return []
  const t = texts[locale.lang]
  const w = words[locale.lang]
  const facts = round.round
  const rules = w.ruleSet({ version: facts.ruleSetVersion, basis: facts.legalBasis })
  return [
    { term: t.method, words: <Method {...props} /> },
    { term: w.rules, words: rules },
    { term: t.openFrom, words: <Period round={facts} count={round.count} locale={locale} /> },
    { term: t.result, words: <CountWords count={round.count} locale={locale} /> },
  ]
}

function reportFacts({ sheet: { report }, locale }: DecisionPageProps): Fact[] {
  if (!report) return []
  const t = texts[locale.lang]
  return [
    { term: t.method, words: words[locale.lang].methods.recorded },
    { term: t.where, words: report.place },
    { term: t.manner, words: report.manner },
    { term: t.recordedOn, words: t.recordedAfterwards({ day: fullDay(locale, report.createdAt) }) },
  ]
}

/** Everything on a decision's sheet besides its wording (`DOMAIN.md 5.3`). */
export const DecisionFacts = (props: DecisionPageProps) => {
  const { sheet, isInside, locale } = props
  const { decision } = sheet
  const t = texts[locale.lang]
  const w = words[locale.lang]
  const two = { first: decision.firstPerson, second: decision.secondPerson, when: dayTime(locale, decision.createdAt) }
  return (
    <Facts
      facts={[
        !!decision.rationale && { term: w.why, words: <p class="paragraphs">{decision.rationale}</p> },
        !!sheet.snapshot && { term: t.basis, words: <Basis {...props} /> },
        sheet.corrected.length > 0 && { term: t.corrected, words: <Corrections {...props} /> },
        ...roundFacts(props),
        ...reportFacts(props),
        { term: t.reach, words: reachOf(props) },
        {
          term: t.establishedBy,
          words: isInside
            ? t.twoPeople(two)
            : `${t.entered({ group: decision.group.name })}, ${dayTime(locale, decision.createdAt)}`,
        },
      ]}
    />
  )
}

const reachOf = ({ sheet: { decision }, locale }: DecisionPageProps) => words[locale.lang].scopes[decision.scope]
