import type { Locale } from '#src/web/locale.ts'
import { bilingual } from './texts.ts'

const texts = bilingual({
  de: { label: 'Seiten', page: (p: { page: number }) => `Seite ${p.page}`, before: 'Zurück', after: 'Weiter' },
  en: { label: 'Pages', page: (p) => `Page ${p.page}`, before: 'Back', after: 'Next' },
})

type Props = { page: number; hasMore: boolean; href: (page: number) => string; locale: Locale }

/** Back and on through a long list; not there where one page holds everything. */
export const Pager = ({ page, hasMore, href, locale }: Props) => {
  if (page === 1 && !hasMore) return null
  const t = texts[locale.lang]
  return (
    <nav class="actions" aria-label={t.label}>
      {page > 1 && (
        <a class="btn second" href={href(page - 1)} rel="prev">
          {t.before}
        </a>
      )}
      <span class="soft">{t.page({ page })}</span>
      {hasMore && (
        <a class="btn second" href={href(page + 1)} rel="next">
          {t.after}
        </a>
      )}
    </nav>
  )
}
