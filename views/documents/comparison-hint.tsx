import type { ComparisonFacts } from '#src/documents/comparisons/facts.ts'
import type { Row } from '#src/documents/comparisons/rows.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { LinkButton } from '../kit/button.tsx'
import { Fold } from '../kit/dialog.tsx'
import { Actions } from '../kit/structure.tsx'
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
      <Actions>
        <LinkButton rank="quiet" icon="table" href={paths.rows(group, document)}>
          {t.toRows}
        </LinkButton>
        {mayLoad && (
          <LinkButton rank="quiet" icon="book-open" href={paths.editions(group, document)}>
            {t.toEditions}
          </LinkButton>
        )}
        <Fold id="fold-rows" label={t.filter} icon="list-filter" rank="quiet">
          <RowFilter {...here} all={rows} facts={facts} />
        </Fold>
      </Actions>
    </div>
  )
}
