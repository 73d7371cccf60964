import type { Locale } from '#src/web/locale.ts'
import { calendarDay, dayTime, fullDay, time } from '../kit/dates.ts'
import { remaining } from '../kit/deadline.ts'
import { Fold } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { PeopleList } from '../kit/people.tsx'
import { Tally } from '../kit/tally.tsx'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './round-texts.ts'
import { texts as words } from './texts.ts'
import { howItGoes, quorumWords } from './words.ts'

/** Midnight closes the day before, and is called 24 o'clock there. */
function closing(locale: Locale, closesAt: Date) {
  const last = new Date(closesAt.getTime() - 1)
  const isMidnight = calendarDay(last) !== calendarDay(closesAt)
  const clock = isMidnight ? texts[locale.lang].midnight : time(locale, closesAt)
  return { day: fullDay(locale, last), clock }
}

const Deadline = ({ entry, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const end = closing(locale, entry.round.closesAt)
  if (entry.isOver) return <span>{t.over(end)}</span>
  return (
    <span>
      <b>
        {end.day}, {end.clock}
      </b>{' '}
      – {remaining(locale, entry.round.closesAt)}
    </span>
  )
}

const Answered = ({ entry, locale }: RoundPageProps) => {
  const { answered, entitled } = entry
  return <Tally filled={answered} of={entitled} words={words[locale.lang].answered({ answered, entitled })} />
}

/** Who is entitled and who has answered, never how. */
const Roll = ({ roll, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const note = (seat: RoundPageProps['roll'][number]) =>
    seat.lost ? t.lost : seat.hasAnswered ? t.hasAnswered : t.notYet
  return (
    <Fold id="roll" label={t.who} rank="quiet">
      <PeopleList people={roll.map((seat) => ({ name: seat.holder.name, note: note(seat) }))} />
    </Fold>
  )
}

/** Why, how, until when, how many so far. */
export const RoundFacts = (props: RoundPageProps) => {
  const { entry, locale } = props
  const { round } = entry
  const t = texts[locale.lang]
  const w = words[locale.lang]
  return (
    <Facts
      facts={[
        !!round.rationale && { term: w.why, words: <p class="paragraphs">{round.rationale}</p> },
        { term: t.howItGoes, words: `${howItGoes(locale, round)} ${quorumWords(locale, round.rules)}` },
        { term: t.untilWhen, words: <Deadline {...props} /> },
        !entry.count && { term: t.soFar, words: <Answered {...props} /> },
        { term: t.opened, words: t.openedBy({ name: entry.openedBy, when: dayTime(locale, round.openedAt) }) },
        { term: w.rules, words: w.ruleSet({ version: round.ruleSetVersion, basis: round.legalBasis }) },
        { term: '', words: <Roll {...props} /> },
      ]}
    />
  )
}
