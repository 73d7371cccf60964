import type { Officer } from '#src/decisions/officers.ts'
import type { ResultToEstablish } from '#src/decisions/register/result-to-establish.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Member } from '#src/tasks/adding.ts'
import type { Refused } from '#src/web/form.ts'
import type { Locale } from '#src/web/locale.ts'
import { fullDay } from '../kit/dates.ts'
import { Facts } from '../kit/facts.tsx'
import { Blocked } from '../kit/notice.tsx'
import { Wording } from '../kit/sheet.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { EstablishingForm } from './decision-establishing-form.tsx'
import { TalkForm } from './decision-establishing-talk.tsx'
import { texts } from './decision-establishing-texts.ts'
import { WordingSheet } from './paper.tsx'
import { CountWords } from './round-result.tsx'
import { texts as words } from './texts.ts'
import { anyOf } from './words.ts'

export type EstablishingProps = ResultToEstablish & {
  group: Group
  members: Member[]
  seconds: Officer[]
  /** Has counted, or opened what the server has counted. */
  isFirst: boolean
  may: { establish: boolean; noteTalk: boolean }
  refusal?: { of: 'establishing' | 'talk'; input: Refused }
  locale: Locale
}

export const isTalkMissing = ({ round, talk }: Pick<EstablishingProps, 'round' | 'talk'>) =>
  round.count.flags.includes('talk_first') && talk === null

/** What was counted, looked at by a second person, who writes down what it means. */
export const EstablishingPage = (props: EstablishingProps) => {
  const { group, round, words: decided, locale } = props
  const t = texts[locale.lang]
  const over = (
    <>
      <a href={paths.group(group)}>{group.name}</a> · <a href={paths.round(group, round)}>{decided.title}</a>
    </>
  )
  return (
    <>
      <Head over={over} title={t.establish} lead={t.lead} narrow />
      <Column>
        <Establishing {...props} />
      </Column>
    </>
  )
}

const Establishing = (props: EstablishingProps) => {
  const { round, words: decided, locale } = props
  const t = texts[locale.lang]
  return (
    <>
      <WordingSheet label={t.wording[round.count.outcome]} wording={decided.wording} locale={locale} />
      <Block id="counted" title={t.result}>
        <CountWords count={round.count} locale={locale} />
        <Term {...props} />
      </Block>
      <Dissent {...props} />
      <TalkForm {...props} />
      {props.may.establish ? <EstablishingForm {...props} /> : <WhoElse {...props} />}
    </>
  )
}

/** As it was proposed, and so decided: nobody sets another day afterwards. */
const Term = ({ proposal, locale }: EstablishingProps) => {
  const t = texts[locale.lang]
  const { inForceFrom, inForceUntil, reviewOn, scope } = proposal
  const days = [
    inForceFrom && t.from({ day: fullDay(locale, inForceFrom) }),
    inForceUntil && t.until({ day: fullDay(locale, inForceUntil) }),
  ]
  return (
    <Facts
      facts={[
        days.some(Boolean) && { term: t.inForce, words: days.filter(Boolean).join(' ') },
        !!reviewOn && { term: t.reviewAgain, words: fullDay(locale, reviewOn) },
        { term: t.reach, words: words[locale.lang].scopes[scope] },
      ]}
    />
  )
}

const Dissent = ({ dissent, locale }: EstablishingProps) =>
  dissent.length > 0 ? (
    <Block id="dissent" title={texts[locale.lang].dissent}>
      {dissent.map(({ statement, author }) => (
        <blockquote>
          <Wording text={statement} />
          <p class="soft">{author}</p>
        </blockquote>
      ))}
    </Block>
  ) : null

const WhoElse = ({ isFirst, seconds, locale }: EstablishingProps) => {
  const t = texts[locale.lang]
  return (
    <Blocked why={isFirst ? t.youCounted : t.secondNeeded}>
      {seconds.length > 0 ? t.canBe({ names: anyOf(locale, seconds) }) : t.anybodyElse}
    </Blocked>
  )
}
