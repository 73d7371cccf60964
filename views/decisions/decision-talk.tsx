import { fullDay } from '../kit/dates.ts'
import { Wording } from '../kit/sheet.tsx'
import { Block } from '../kit/structure.tsx'
import { DecisionObjections } from './decision-objections.tsx'
import type { DecisionPageProps } from './decision-page.tsx'
import { texts } from './decision-texts.ts'
import { texts as words } from './texts.ts'

/** What was said against it on the way, how it was met, and what those who differ want to have said. */
export const DecisionTalk = (props: DecisionPageProps) => (
  <>
    <Objections {...props} />
    <Concerns {...props} />
    <Talk {...props} />
    <Dissent {...props} />
  </>
)

const Objections = (props: DecisionPageProps) =>
  (props.sheet.round?.objections.length ?? 0) > 0 ? (
    <Block id="objections" title={words[props.locale.lang].objections}>
      <DecisionObjections {...props} />
    </Block>
  ) : null

const Concerns = ({ sheet: { round }, locale }: DecisionPageProps) => {
  const t = texts[locale.lang]
  if (!round || round.concerns.length === 0) return null
  return (
    <Block id="concerns" title={t.concerns}>
      <p class="soft">{t.concernsNote}</p>
      <ul>
        {round.concerns.map((concern) => (
          <li class="paragraphs">{concern}</li>
        ))}
      </ul>
    </Block>
  )
}

const Talk = ({ sheet: { round }, isInside, locale }: DecisionPageProps) => {
  if (!round?.talk) return null
  const { note, by, createdAt } = round.talk
  return (
    <Block id="talk" title={texts[locale.lang].talk}>
      <p class="paragraphs">{note}</p>
      <p class="soft">{isInside ? `${by}, ${fullDay(locale, createdAt)}` : fullDay(locale, createdAt)}</p>
    </Block>
  )
}

/** It goes wherever the decision goes, if they wish (`DOMAIN.md 0.11`). */
const Dissent = ({ sheet: { round }, isInside, locale }: DecisionPageProps) => {
  if (!round || round.dissent.length === 0) return null
  return (
    <Block id="dissent" title={texts[locale.lang].dissent}>
      {round.dissent.map(({ statement, author }) => (
        <blockquote>
          <Wording text={statement} />
          {isInside && <p class="soft">{author}</p>}
        </blockquote>
      ))}
    </Block>
  )
}
