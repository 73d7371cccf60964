import type { Cited } from '#src/decisions/register/notes.ts'
import { paths } from '#src/paths.ts'
import { legalFormWords } from '../groups/legal-form-field.tsx'
import { dayTime, fullDay } from '../kit/dates.ts'
import { type Fact, Facts } from '../kit/facts.tsx'
import { ShelfMark } from '../kit/sheet.tsx'
import { Basis, Corrections } from './decision-basis.tsx'
import type { DecisionPageProps } from './decision-page.tsx'
import { roundFacts } from './decision-round-facts.tsx'
import { texts } from './decision-texts.ts'
import { endedTerms } from './ended-terms.ts'
import { signerWords } from './signer-words.ts'
import { texts as words } from './texts.ts'
import { tallyWords } from './words.ts'

function reportFacts({ sheet: { report, rules, decision, edition }, locale }: DecisionPageProps): Fact[] {
  if (!report) return []
  const [t, w] = [texts[locale.lang], words[locale.lang]]
  const numbers = tallyWords(locale, decision.tally)
  return [
    { term: t.method, words: w.methods.recorded },
    !!rules && { term: w.rules, words: w.ruleSet({ version: rules.version, basis: rules.legalBasis }) },
    { term: t.where, words: report.place },
    { term: t.manner, words: report.manner },
    !!report.present &&
      edition === 'internal' && { term: t.present, words: <p class="paragraphs">{report.present}</p> },
    !!numbers && { term: t.numbers, words: numbers },
    { term: t.recordedOn, words: t.recordedAfterwards({ day: fullDay(locale, report.createdAt) }) },
  ]
}

/** From which day to which it holds, where that was decided. */
function termWords({ sheet: { decision }, locale }: DecisionPageProps): string {
  const t = texts[locale.lang]
  const from = t.fromOn({ day: fullDay(locale, decision.inForceFrom ?? decision.decidedOn) })
  if (!decision.inForceUntil) return from
  return `${from} ${t.until({ day: fullDay(locale, decision.inForceUntil) })}`
}

/** What holds from when to when, for whom, and when it is looked at again. */
function forceFacts(props: DecisionPageProps): Fact[] {
  const { sheet, locale } = props
  const { decision } = sheet
  const t = texts[locale.lang]
  const isAdopted = decision.outcome === 'adopted'
  return [
    isAdopted && { term: t.inForce, words: termWords(props) },
    !!decision.reviewOn && { term: t.reviewOn, words: fullDay(locale, decision.reviewOn) },
    { term: t.reach, words: words[locale.lang].scopes[decision.scope] },
    !!decision.legalEntity && { term: t.legalEntity, words: decision.legalEntity },
    ...publicationFacts(props),
    ...endedFacts(props),
  ]
}

/** Who may do what with the text that was adopted. */
function publicationFacts({ sheet, locale }: DecisionPageProps): Fact[] {
  const { editorialMandate } = sheet.decision
  const [t, { publication }] = [texts[locale.lang], sheet]
  const mandate = editorialMandate || (publication && t.noMandate)
  return [
    !!mandate && { term: t.editorialMandate, words: mandate },
    !!publication && { term: t.publication, words: t.publications[publication] },
  ]
}

/** Earlier decisions that it has replaced, and such that nothing takes the place of. */
function endedFacts({ sheet: { decision, ended }, locale }: DecisionPageProps): Fact[] {
  const isEffective = ended.some((one) => one.isEffective)
  const t = endedTerms(decision, isEffective, locale)
  const { supersession = [], annulment = [] } = Object.groupBy(ended, ({ kind }) => kind)
  return [
    supersession.length > 0 && { term: t.supersession, words: <EndedList ended={supersession} /> },
    annulment.length > 0 && { term: t.annulment, words: <EndedList ended={annulment} /> },
  ]
}

const EndedList = ({ ended }: { ended: Cited[] }) => (
  <>
    {ended.map(({ cited, title }) => (
      <p>
        <ShelfMark number={cited} href={paths.decision(cited)} /> {title}
      </p>
    ))}
  </>
)

function subjectFacts({ sheet: { subjects }, locale }: DecisionPageProps): Fact[] {
  const t = texts[locale.lang]
  const ideas = subjects.ideas.map(({ code, title }) => `${code} ${title}`)
  return [
    subjects.topics.length > 0 && { term: t.topics, words: subjects.topics.join(', ') },
    ideas.length > 0 && { term: t.ideas, words: ideas.join(' · ') },
  ]
}

const Visible = ({ sheet: { published }, isInside, locale }: DecisionPageProps) => {
  const t = texts[locale.lang]
  return (
    <>
      {isInside ? t.visibleInside : t.visibleOutside}{' '}
      {published && (
        <a href={paths.published(published.slug)}>{t.publicSince({ day: fullDay(locale, published.on) })}</a>
      )}
    </>
  )
}

/** Everything on a decision's sheet besides its wording (`DOMAIN.md 5.3`). */
export const DecisionFacts = (props: DecisionPageProps) => {
  const { sheet, isInside, locale } = props
  const { decision } = sheet
  const t = texts[locale.lang]
  const names = isInside ? [decision.firstPerson, decision.secondPerson] : []
  return (
    <Facts
      facts={[
        !!decision.rationale && {
          term: words[locale.lang].why,
          words: <p class="paragraphs">{decision.rationale}</p>,
        },
        !!(sheet.snapshot || sheet.round || sheet.origin) && { term: t.basis, words: <Basis {...props} /> },
        sheet.corrected.length > 0 && { term: t.corrected, words: <Corrections {...props} /> },
        { term: t.body, words: `${decision.group.name} (${legalFormWords(locale.lang, decision.group.legalForm)})` },
        ...roundFacts(props),
        ...reportFacts(props),
        ...forceFacts(props),
        ...subjectFacts(props),
        { term: t.visibility, words: <Visible {...props} /> },
        {
          term: t.establishedBy,
          words: signerWords(locale, sheet.signers, names, dayTime(locale, decision.createdAt)),
        },
      ]}
    />
  )
}
