import type { DecisionRecord } from '#src/decisions/records/schema.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime, fullDay } from '../kit/dates.ts'
import { type Fact, Facts } from '../kit/facts.tsx'
import { AnswerTo } from './answer-to.tsx'
import type { RecordPageProps } from './record-page.tsx'
import { texts } from './record-texts.ts'
import { texts as words } from './texts.ts'
import { tallyWords } from './words.ts'

function termWords({ inForceFrom, inForceUntil }: DecisionRecord, locale: Locale): string {
  const t = texts[locale.lang]
  const from = inForceFrom && t.from({ day: fullDay(locale, inForceFrom) })
  const until = inForceUntil && t.until({ day: fullDay(locale, inForceUntil) })
  return [from, until].filter(Boolean).join(' ')
}

/** What is rarely said, where it was said: all of it is confirmed too. */
function furtherFacts(record: DecisionRecord, locale: Locale): Fact[] {
  const t = texts[locale.lang]
  const numbers = tallyWords(locale, record.tally)
  const term = termWords(record, locale)
  return [
    !!record.present && { term: t.attended, words: <p class="paragraphs">{record.present}</p> },
    !!numbers && { term: t.counted, words: numbers },
    record.summary !== record.wording && !!record.summary && { term: t.summary, words: record.summary },
    record.scope !== 'own_group' && { term: t.reach, words: words[locale.lang].scopes[record.scope] },
    !!record.legalEntity && { term: t.carrier, words: record.legalEntity },
    !!term && { term: t.inForce, words: term },
    !!record.reviewOn && { term: t.review, words: fullDay(locale, record.reviewOn) },
  ]
}

/** Everything that a second person confirms besides the wording. */
export const RecordFacts = ({ entry: { record, reporter }, origin, locale }: RecordPageProps) => {
  const t = texts[locale.lang]
  return (
    <Facts
      facts={[
        origin && { term: words[locale.lang].answerTo, words: <AnswerTo origin={origin} /> },
        { term: t.when, words: fullDay(locale, record.decidedOn) },
        { term: t.where, words: record.place },
        { term: t.how, words: record.manner },
        ...furtherFacts(record, locale),
        { term: t.reported, words: t.reportedBy({ name: reporter, when: dayTime(locale, record.createdAt) }) },
      ]}
    />
  )
}
