import { paths } from '#src/paths.ts'
import type { Around } from '#src/trail/around.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { WithNumbers } from '../kit/sheet.tsx'
import { Block } from '../kit/structure.tsx'
import { causeWords } from './causes.tsx'
import { texts as checkTexts } from './check-texts.ts'
import { texts } from './texts.ts'

type Props = { around: Around; locale: Locale }

/** Above the page of a thing that leans on something that has ended. */
export const CheckNotice = ({ around: { causes, group, isInside }, locale }: Props) => {
  const t = checkTexts[locale.lang]
  if (causes.length === 0) return null
  const toChecks = (
    <LinkButton href={paths.checks(group)} rank="second">
      {t.toChecks}
    </LinkButton>
  )
  return (
    <div class="check-notice">
      <Notice tone="care" icon="flag" first={t.notice} actions={isInside && toChecks} wide>
        <WithNumbers words={causes.map((cause) => causeWords(cause, locale)).join(' ')} />
      </Notice>
    </div>
  )
}

/** Below the page of a thing: what it is about, each with the way to its trail. */
export const AboutThing = ({ around: { things, id, group, subjects, mayLink }, locale }: Props) => {
  const t = texts[locale.lang]
  const { ideas, topics } = subjects
  if (!mayLink && ideas.length + topics.length === 0) return null
  const link = mayLink && <a href={paths.subjects(group, things, { id })}>{t.link}</a>
  return (
    <div class="about-thing">
      <Block id="thing-subjects" title={t.about} link={link}>
        {ideas.length + topics.length === 0 && <p class="soft">{t.aboutNone}</p>}
        <ul class="plain subjects">
          {ideas.map(({ code, title }) => (
            <li>
              <a href={paths.ideaTrail(code)}>
                {code} {title}
              </a>
            </li>
          ))}
          {topics.map((topic) => (
            <li>
              <a href={paths.topicTrail(topic)}>{topic}</a>
            </li>
          ))}
        </ul>
      </Block>
    </div>
  )
}
