import { paths } from '#src/paths.ts'
import type { Locale } from '#src/web/locale.ts'
import { Empty, Notice } from '../kit/notice.tsx'
import { Row, Rows } from '../kit/rows.tsx'
import { Column, Head } from '../kit/structure.tsx'
import { texts as around } from './book-file-texts.ts'
import { texts } from './book-texts.ts'
import { texts as words } from './texts.ts'

type Props = { years: { year: number; count: number }[]; locale: Locale }

/** One book a year. */
export const BooksPage = ({ years, locale }: Props) => {
  const t = around[locale.lang]
  return (
    <>
      <Head
        over={<a href={paths.decisionLog()}>{words[locale.lang].decisions}</a>}
        title={t.books}
        lead={t.booksLead}
        narrow
      />
      <Column>
        <h2 class="vh">{t.books}</h2>
        {years.length === 0 && <Empty first={t.noBooks}>{t.noBooksMore}</Empty>}
        <Rows>
          {years.map(({ year, count }) => (
            <Row title={texts[locale.lang].title({ year })} href={paths.book(year)} meta={t.yearLine({ count })} />
          ))}
        </Rows>
      </Column>
    </>
  )
}

export type BookProblem = keyof (typeof around)['de']['noFile']

/** Why there is a page instead of a file. */
export const BookFilePage = ({ year, code, locale }: { year: number; code: BookProblem; locale: Locale }) => {
  const t = around[locale.lang]
  return (
    <>
      <Head title={texts[locale.lang].title({ year })} narrow />
      <Notice tone="care" first={t.noFile[code]} actions={<a href={paths.book(year)}>{t.back}</a>} />
    </>
  )
}
