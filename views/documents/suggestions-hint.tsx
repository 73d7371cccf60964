import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Notice } from '../kit/notice.tsx'
import { texts } from './suggestions-texts.ts'

type Props = { group: Group; document: { id: string }; count: number; locale: Locale }

/** For readers: that something is proposed, and where. */
export const SuggestionsHint = ({ group, document, count, locale }: Props) => {
  const t = texts[locale.lang]
  if (count === 0) return null
  return (
    <Notice icon="pencil" first={t.hint({ count })}>
      <a href={paths.suggestions(group, document)}>{t.look}</a>
    </Notice>
  )
}
