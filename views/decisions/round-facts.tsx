import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { dayTime } from '../kit/dates.ts'
import { remaining } from '../kit/deadline.ts'
import { Fold } from '../kit/dialog.tsx'
import { Facts } from '../kit/facts.tsx'
import { PeopleList } from '../kit/people.tsx'
import { Actions, Block } from '../kit/structure.tsx'
import { Tally } from '../kit/tally.tsx'
import { texts as answerTexts } from './answer-texts.ts'
import { exactly, gist, inShort } from './how.ts'
import { closing, periodWords } from './period-words.ts'
import { standing } from './roll-page.tsx'
import type { RoundPageProps } from './round-page.tsx'
import { texts } from './round-texts.ts'
import { texts as words } from './texts.ts'

export function Period({
  round: { channel, openedAt },
  count,
  closesAt,
  locale,
}: Pick<RoundPageProps['entry'], 'round' | 'count' | 'closesAt'> & { locale: Locale }) {
  const counted = count && { at: count.createdAt, reason: count.reason }
  return <span>{periodWords(locale, { channel, openedAt, closesAt, counted })}</span>
}

const Deadline = ({ entry, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const end = closing(locale, entry.closesAt)
  if (entry.isOver) return <p>{t.over(end)}</p>
  return (
    <p>
      <b>{t.ends(end)}</b> – <span class="nowrap">{remaining(locale, entry.closesAt)}</span>
    </p>
  )
}

const ExactRule = ({ entry: { round }, locale }: RoundPageProps) => {
  const more = exactly(locale, round)
  return (
    <>
      <p>{inShort(locale, round)}</p>
      {more && <p>{more}</p>}
    </>
  )
}

const Why = ({ entry: { round } }: RoundPageProps) => <p class="paragraphs">{round.rationale}</p>

/** What one has to know before answering, short enough that the answers stand close below. */
export const RoundTerms = (props: RoundPageProps) => {
  const { entry, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="round-facts" title={t.facts} quiet>
      <div class="terms">
        <Deadline {...props} />
        <p>{gist(locale, entry.round)}</p>
      </div>
      <Actions>
        <Fold id="exact-rule" label={t.howExactly} rank="quiet">
          <ExactRule {...props} />
        </Fold>
        {entry.round.rationale && (
          <Fold id="rationale" label={words[locale.lang].why} rank="quiet">
            <Why {...props} />
          </Fold>
        )}
      </Actions>
    </Block>
  )
}

/** How many so far, and who is entitled and has answered, never how; and by which version of the rules. */
export const RoundSoFar = (props: RoundPageProps) => {
  const { entry, locale } = props
  const { answered, entitled } = entry
  const t = texts[locale.lang]
  return (
    <Block id="so-far" title={t.soFar} quiet>
      {!entry.count && (
        <Tally filled={answered} of={entitled} words={words[locale.lang].answered({ answered, entitled })} />
      )}
      <Roll {...props} />
    </Block>
  )
}

const Roll = ({ group, entry, roll, locale }: RoundPageProps) => {
  const t = texts[locale.lang]
  const w = words[locale.lang]
  const { round, openedBy } = entry
  return (
    <Fold id="roll" label={t.who} rank="quiet">
      <PeopleList people={roll.map((seat) => ({ name: seat.name, note: standing(seat, locale) }))} />
      <p class="link-line">
        <a href={paths.roundRoll(group, round)}>{answerTexts[locale.lang].toRoll}</a>
      </p>
      <p class="soft">
        {t.openedBy({ name: openedBy, when: dayTime(locale, round.openedAt) })} ·{' '}
        {w.ruleSet({ version: round.ruleSetVersion, basis: round.legalBasis })}
      </p>
    </Fold>
  )
}

/** Why, how and from when to when it was decided: after the result. */
export const RoundFacts = (props: RoundPageProps) => {
  const { entry, locale } = props
  const t = texts[locale.lang]
  return (
    <Block id="round-facts" title={t.facts} quiet>
      <Facts
        facts={[
          !!entry.round.rationale && { term: words[locale.lang].why, words: <Why {...props} /> },
          { term: t.howItGoes, words: <ExactRule {...props} /> },
          { term: t.wasOpen, words: <Period {...entry} locale={locale} /> },
        ]}
      />
    </Block>
  )
}
