import type { LeftOut } from '#src/decisions/register/establishing-forms.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { fullDay } from '../kit/dates.ts'
import { Notice } from '../kit/notice.tsx'
import { Wording } from '../kit/sheet.tsx'
import { Actions, Column, Head } from '../kit/structure.tsx'
import { texts } from './decision-establishing-texts.ts'

export type EstablishedMeanwhileProps = {
  group: Group
  decision: { id: string; cited: string; title: string }
  left: LeftOut
  may: { correct: boolean }
  locale: Locale
}

/** A decision never changes, so what came too late stands here, where nobody loses it, and the way to add to it. */
export const EstablishedMeanwhilePage = ({ group, decision, left, may, locale }: EstablishedMeanwhileProps) => {
  const t = texts[locale.lang]
  const { words, reviewOn } = left
  return (
    <>
      <Head over={<a href={paths.group(group)}>{group.name}</a>} title={`${decision.cited} ${decision.title}`} narrow />
      <Column>
        <Notice tone="late" first={t.decidedMeanwhile}>
          {t.decidedMore}
        </Notice>
        {words.map((said) => (
          <Wording text={said} />
        ))}
        {reviewOn && (
          <p>
            {t.reviewAgain}: {fullDay(locale, reviewOn)}
          </p>
        )}
        <Actions>
          <LinkButton href={paths.decision(decision.cited)}>{t.toDecision}</LinkButton>
          {may.correct && (
            <LinkButton href={paths.newNote(group, decision)} rank="second">
              {t.correct}
            </LinkButton>
          )}
        </Actions>
      </Column>
    </>
  )
}
