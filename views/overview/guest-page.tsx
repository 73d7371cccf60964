import type { Group } from '#src/groups/schema.ts'
import type { TextEntry } from '#src/overview/texts.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Live } from '../kit/live.tsx'
import { Empty, Notice } from '../kit/notice.tsx'
import { Column, Head } from '../kit/structure.tsx'
import { texts } from './group-texts.ts'
import { TextsBlock } from './texts-block.tsx'

type Props = { group: Group; papers: TextEntry[]; locale: Locale }

/** A guest has the papers that they were invited to, and nothing else of the group. */
export const GuestPage = ({ group, papers, locale }: Props) => {
  const t = texts[locale.lang]
  return (
    <>
      <Head over={t.youAreGuest} title={group.name} narrow>
        <Notice first={t.asGuest}>{t.asGuestThen}</Notice>
      </Head>
      <Column>
        <Live id="texts-live" on="documents" href={paths.group(group)}>
          <TextsBlock
            entries={papers}
            group={group}
            title={t.yourTexts}
            empty={<Empty first={t.noTexts}>{t.noTextsForYou}</Empty>}
            locale={locale}
          />
        </Live>
      </Column>
    </>
  )
}
