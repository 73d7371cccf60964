import { paths } from '#src/paths.ts'
import { Empty } from '../kit/notice.tsx'
import { Cols } from '../kit/structure.tsx'
import type { GroupPageProps } from './group-page.tsx'
import { texts } from './group-texts.ts'
import { LatestDecision } from './latest-decision.tsx'
import { PeopleBlock } from './people-block.tsx'
import { TextsBlock } from './texts-block.tsx'

/** What can still be read where nobody begins anything any more. */
export const DissolvedGroup = ({ group, me, space, locale }: GroupPageProps) => {
  const t = texts[locale.lang]
  return (
    <Cols
      asideLabel={t.aside}
      aside={<PeopleBlock people={space.people} mandate={space.mandate} group={group} me={me} locale={locale} />}
    >
      <TextsBlock
        entries={space.texts}
        group={group}
        title={t.texts}
        link={<a href={paths.documents(group)}>{t.allTexts}</a>}
        empty={<Empty first={t.noTexts} />}
        mayWrite={false}
        locale={locale}
      />
      {space.latest && <LatestDecision latest={space.latest} group={group} locale={locale} />}
    </Cols>
  )
}
