import type { Difference } from '#src/documents/versions/difference.ts'
import type { Group } from '#src/groups/schema.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { DocumentBody } from './body.tsx'
import { texts } from './version-texts.ts'

/** A frozen version, or the draft when it has no number. */
export type Side = { number: number | null; title: string }

type Props = {
  group: Group
  document: { id: string }
  older: Side
  newer: Side
  difference: Difference
  locale: Locale
}

/** Two versions in one text, word by word. */
export const DifferencePage = ({ group, document, older, newer, difference, locale }: Props) => {
  const t = texts[locale.lang]
  const nameOf = ({ number }: Side) => (number === null ? t.draft : t.version({ number }))
  const hrefOf = ({ number }: Side) =>
    number === null ? paths.document(group, document) : paths.snapshot(group, document, number)
  return (
    <article class="stack wide">
      <header class="head">
        <p class="over">
          <a href={paths.group(group)}>{group.name}</a> · <a href={paths.document(group, document)}>{newer.title}</a>
        </p>
        <h1 tabindex={-1}>{t.differenceTitle({ newer: nameOf(newer), older: nameOf(older) })}</h1>
        <p class="meta">
          {t.changedCount({ count: difference.changed })} {difference.changed > 0 && t.legend}
        </p>
        {older.title !== newer.title && <p>{t.titleWas({ before: older.title })}</p>}
        <p>
          <a href={hrefOf(newer)}>{nameOf(newer)}</a> · <a href={hrefOf(older)}>{nameOf(older)}</a>
        </p>
      </header>
      <DocumentBody
        content={difference.content}
        pictures={(id) => paths.attachment(group, { id })}
        locale={locale}
        compared
      />
    </article>
  )
}
