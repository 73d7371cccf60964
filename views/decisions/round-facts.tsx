import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { calendarDay, dayTime, fullDay, time, weekday } from '../kit/dates.ts'
import { remaining } from '../kit/deadline.ts'
import { Fold } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { PeopleList } from '../kit/people.tsx'
import { Block } from '../kit/structure.tsx'
import { Tally } from '../kit/tally.tsx'
import { texts as answerTexts } from './answer-texts.ts'
import { exactly, inShort } from './how.ts'
import { standing } from './roll-page.tsx'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './round-texts.ts'
import { texts as words } from './texts.ts'

/** Midnight closes the day before, and is called 24 o'clock there. */
export function closing(locale: Locale, closesAt: Date) {
  const last = new Date(closesAt.getTime() - 1)
  const isMidnight = calendarDay(last) !== calendarDay(closesAt)
  const clock = isMidnight ? texts[locale.lang].midnight : time(locale, closesAt)
  return { day: fullDay(locale, last), short: weekday(locale, last), clock }
}

const stopped = ['procedure_objection', 'cancelled', 'reworded']

/** From opening to its time, or to the count that came earlier: because all had answered, or because it was stopped. */
export function Period({
  round,
  count,
  closesAt,
  locale,
}: Pick<RoundPageProps['entry'], 'round' | 'count' | 'closesAt'> & { locale: Locale }) {
  const t = texts[locale.lang]
  const end = closing(locale, closesAt)
  const isEarly = count && count.createdAt < closesAt
  const to = isEarly ? dayTime(locale, count.createdAt) : `${end.short}, ${end.clock}`
  const words = t.fromTo({ from: dayTime(locale, round.openedAt), to })
  if (!isEarly) return <span>{words}</span>
  return <span>{`${words} ${stopped.includes(count.reason) ? t.stopped : t.early}`}</span>
}

const Deadline = ({ entry, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const end = closing(locale, entry.closesAt)
  if (entry.isOver) return <span>{t.over(end)}</span>
  return (
    <span>
      <b>
        {end.day}, {end.clock}
      </b>{' '}
      – {remaining(locale, entry.closesAt)}
    </span>
  )
}

const Answered = ({ entry, locale }: RoundPageProps) => {
  const { answered, entitled } = entry
  return <Tally filled={answered} of={entitled} words={words[locale.lang].answered({ answered, entitled })} />
}

/** Who is entitled and who has answered, never how; and by which rules. */
const More = ({ group, entry, roll, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const w = words[locale.lang]
  const { round, openedBy } = entry
  return (
    <Fold id="roll" label={t.who} rank="quiet">
      <PeopleList people={roll.map((seat) => ({ name: seat.name, note: standing(seat, locale) }))} />
      <p>
        <a href={paths.roundRoll(group, round)}>{answerTexts[locale.lang].toRoll}</a>
      </p>
      <p class="soft">
        {t.openedBy({ name: openedBy, when: dayTime(locale, round.openedAt) })} ·{' '}
        {w.ruleSet({ version: round.ruleSetVersion, basis: round.legalBasis })}
      </p>
    </Fold>
  )
}

const HowItGoes = ({ entry: { round }, locale }: RoundPageProps) => {
  const more = exactly(locale, round)
  return (
    <>
      <p>{inShort(locale, round)}</p>
      {more && (
        <Fold id="exact-rule" label={answerTexts[locale.lang].exactly} rank="quiet">
          <p>{more}</p>
        </Fold>
      )}
    </>
  )
}

/** Why, how, until when, how many so far. */
export const RoundFacts = (props: RoundPageProps) => {
  const { entry, locale } = props
  const { round, count } = entry
  const t = texts[locale.lang]
  return (
    <Block id="round-facts" title={t.facts} quiet>
      <Facts
        facts={[
          !!round.rationale && { term: words[locale.lang].why, words: <p class="paragraphs">{round.rationale}</p> },
          { term: t.howItGoes, words: <HowItGoes {...props} /> },
          count
            ? { term: t.wasOpen, words: <Period {...entry} locale={locale} /> }
            : { term: t.untilWhen, words: <Deadline {...props} /> },
          !count && { term: t.soFar, words: <Answered {...props} /> },
        ]}
      />
      <More {...props} />
    </Block>
  )
}
