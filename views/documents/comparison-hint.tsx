import type { ComparisonFacts } from '#src/documents/comparisons/facts.ts'
import type { Row } from '#src/documents/comparisons/rows.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Fold } from '../kit/dialog.tsx'
import { texts } from './comparison-texts.ts'
import { RowFilter, RowSummary } from './row-filter.tsx'

type Props = {
  group: { slug: string }
  document: { id: string }
  rows: Row[]
  facts: ComparisonFacts
  mayLoad: boolean
  locale: Locale
}

/** How far the rows of this text are, and the way to some of them. */
export const ComparisonHint = ({ rows, facts, mayLoad, ...here }: Props) => {
  const { group, document, locale } = here
  const t = texts[locale.lang]
  return (
    <div class="stack no-print">
      <RowSummary rows={rows} locale={locale} />
      <p class="row-links">
        <a href={paths.rows(group, document)}>{t.toRows}</a>
        {mayLoad && <a href={paths.editions(group, document)}>{t.toEditions}</a>}
      </p>
      <Fold id="fold-rows" label={t.filter} rank="quiet">
        <RowFilter {...here} all={rows} facts={facts} />
      </Fold>
    </div>
  )
}
