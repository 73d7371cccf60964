import type { BookFrame } from '#src/decisions/book/book.ts'
import type { SheetData } from '#src/decisions/editions/sheet-data.ts'
import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Facts } from '../kit/facts.tsx'
import { Block, Column, Head } from '../kit/structure.tsx'
import { Table } from '../kit/table.tsx'
import type { BookBlock, BookPart } from './book-blocks.ts'
import { texts as around } from './book-file-texts.ts'
import { bookParts } from './book-parts.ts'
import { texts } from './book-texts.ts'
import { sheetLines } from './sheet-lines.ts'

export type BookPageProps = {
  book: BookFrame
  /** Slug of the one group that it is narrowed to. */
  group: string | undefined
  groups: { slug: string; name: string }[]
  /** Those of this page. */
  sheets: SheetData[]
  page: number
  pages: number
  locale: Locale
}

/** The annual book as a page: the parts on the first one, the sheets page by page. */
export const BookPage = (props: BookPageProps) => {
  const { book, page, locale } = props
  const t = texts[locale.lang]
  const parts = bookParts(book, locale).filter(({ key }) => page === 1 || key === 'sheets')
  return (
    <>
      <Head
        over={<a href={paths.books()}>{around[locale.lang].books}</a>}
        title={t.title(book)}
        lead={t.editions[book.edition]}
        narrow
      />
      <Column>
        <Taking {...props} />
        {parts.map((part) => (
          <Part part={part} {...props} />
        ))}
      </Column>
    </>
  )
}

/** Other editions, single groups, and files. */
const Taking = ({ book: { year, edition }, group, groups, locale }: BookPageProps) => {
  const t = around[locale.lang]
  const other = edition === 'public' ? 'internal' : 'public'
  const kept = edition === 'public' ? edition : undefined
  return (
    <Block id="book-taking" title={t.asFiles}>
      <p class="actions">
        {(['pdf', 'csv', 'json'] as const).map((kind) => (
          <a href={paths.bookFile(year, kind, { edition: kept, group })}>{t.files[kind]}</a>
        ))}
      </p>
      <p class="link-line">
        <a href={paths.book(year, { edition: other === 'public' ? other : undefined, group })}>
          {other === 'public' ? t.toPublic : t.toInternal}
        </a>
      </p>
      <nav class="contents" aria-label={t.byGroup}>
        <ul class="plain">
          {group && (
            <li>
              <a href={paths.book(year, { edition: kept })}>{t.whole}</a>
            </li>
          )}
          {groups.map(({ slug, name }) => (
            <li>
              <a
                href={paths.book(year, { edition: kept, group: slug })}
                aria-current={slug === group ? 'page' : undefined}
              >
                {t.onlyGroup({ group: name })}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </Block>
  )
}

const Part = ({ part: { key, blocks }, ...props }: BookPageProps & { part: BookPart }) => (
  <Block id={`book-${key}`} title={texts[props.locale.lang].parts[key]}>
    {(key !== 'sheets' || props.page === 1) && blocks.map((block) => <Shown block={block} />)}
    {key === 'sheets' && <Sheets {...props} />}
  </Block>
)

const Shown = ({ block }: { block: BookBlock }) => {
  switch (block.kind) {
    case 'words':
      return <p class="paragraphs">{block.words}</p>
    case 'heading':
      return <h3>{block.words}</h3>
    case 'facts':
      return (
        <Facts facts={block.facts.map(({ term, words }) => ({ term, words: words.map((said) => <p>{said}</p>) }))} />
      )
    case 'table':
      return <Table caption={block.caption} columns={block.head.map((label) => ({ label }))} rows={block.rows} />
  }
}

const Sheets = (props: BookPageProps) => {
  const { sheets, locale } = props
  return (
    <>
      {sheets.map((sheet) => (
        <Sheet sheet={sheet} locale={locale} />
      ))}
      <Pages {...props} />
    </>
  )
}

const Sheet = ({ sheet, locale }: { sheet: SheetData; locale: Locale }) => (
  <article id={sheet.number}>
    <h3>
      <a href={paths.decision(sheet.number, sheet.edition === 'public' ? 'public' : undefined)}>{sheet.number}</a>{' '}
      {sheet.title}
    </h3>
    <p class="wortlaut paragraphs">{sheet.wording}</p>
    <Facts
      facts={sheetLines(sheet, locale).map(({ term, words }) => ({
        term,
        words: words.map((said) => <p class="paragraphs">{said}</p>),
      }))}
    />
  </article>
)

const Pages = ({ book: { year, edition }, group, page, pages, locale }: BookPageProps) => {
  const t = around[locale.lang]
  if (pages === 1) return null
  const kept = edition === 'public' ? edition : undefined
  const to = (other: number) => `${paths.book(year, { edition: kept, group, page: other })}#book-sheets`
  return (
    <nav class="actions" aria-label={texts[locale.lang].parts.sheets}>
      {page > 1 && (
        <a href={to(page - 1)} rel="prev">
          {t.earlier}
        </a>
      )}
      <span class="soft">{t.sheetsPage({ page, pages })}</span>
      {page < pages && (
        <a href={to(page + 1)} rel="next">
          {t.later}
        </a>
      )}
    </nav>
  )
}
