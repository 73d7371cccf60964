import type { Context } from 'hono'
import { z } from 'zod'
import { bookContent, bookHead, bookTable } from '#views/decisions/book-file.ts'
import { texts as around } from '#views/decisions/book-file-texts.ts'
import { BookPage } from '#views/decisions/book-page.tsx'
import { texts } from '#views/decisions/book-texts.ts'
import { BookFilePage, type BookProblem, BooksPage } from '#views/decisions/books-page.tsx'
import { fileWords } from '#views/documents/export-texts.ts'
import { csvOf } from '../../documents/comparisons/csv.ts'
import { attachmentNamed, fileName } from '../../documents/export/file-name.ts'
import type { Make } from '../../documents/export/outgoing.ts'
import { mayHandleFile, retryAfter } from '../../documents/export/throttle.ts'
import { groupsOf } from '../../groups/membership.ts'
import { allGroups } from '../../groups/register.ts'
import type { Group } from '../../groups/schema.ts'
import { type SignedInEnv, signedIn } from '../../identity/signed-in.ts'
import { authorize, found } from '../../web/gate.ts'
import { printSheet } from '../editions/pdf.ts'
import type { DecisionEntry } from '../register/log.ts'
import { type Asked, type Book, bookFrame, decisionsOf, sheetsOf, wholeBook, yearsWithDecisions } from './book.ts'
import { mayReadBook } from './policy.ts'

type Here = Context<SignedInEnv>

const query = z.object({
  edition: z.enum(['internal', 'public']).catch('internal'),
  group: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,30}$/)
    .optional()
    .catch(undefined),
  page: z.coerce.number().int().positive().catch(1),
})

const perPage = 10

/** More sheets than this are taken along group by group. */
const mostInFile = 300

const statusOf = { not_here: 422, too_large: 422, too_often: 429, took_too_long: 503, failed: 500 } as const

function refuse(c: Here, year: number, code: BookProblem) {
  c.status(statusOf[code])
  if (code === 'too_often') c.header('Retry-After', String(retryAfter))
  return c.render(<BookFilePage {...{ year, code }} locale={c.var.locale} />, {
    title: texts[c.var.locale.lang].title({ year }),
  })
}

/** A file of last year still says of which year it is; books are German, like the decisions in them. */
const inFiles = { lang: 'de', now: new Date(0) } as const

function asFile(
  c: Here,
  book: Pick<Book, 'year' | 'edition'>,
  group: string | undefined,
  extension: string,
  type: string,
) {
  const name = ['jahresbuch', String(book.year), group, book.edition === 'public' && 'fuer-alle'].filter(Boolean)
  c.header('Content-Disposition', attachmentNamed(fileName(name.join('-'), '', extension)))
  c.header('Content-Type', type)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
}

/** What higher floors know. */
type Above = Pick<Asked, 'sentIn' | 'dissolvedIn' | 'originOf'>

interface Wanted {
  asked: Asked
  entries: DecisionEntry[]
  group: string | undefined
  groups: Group[]
  page: number
}

/** A year in which nothing was decided has no book. */
async function wantedIn(c: Here, above: Above): Promise<Wanted> {
  const { person, ports, locale } = c.var
  authorize(mayReadBook(await groupsOf(ports.db, person.id)))
  const year = Number((c.req.param('year') ?? '').slice(0, 4))
  const { edition, group, page } = query.parse(c.req.query())
  found((await yearsWithDecisions(ports.db)).find((known) => known.year === year) ?? null)
  const groups = (await allGroups(ports.db)).map((entry) => entry.group)
  const groupId = group === undefined ? undefined : found(groups.find(({ slug }) => slug === group)).id
  const asked: Asked = { ...above, year, edition, groupId, now: locale.now, reader: { id: person.id } }
  return { asked, group, groups, page, entries: await decisionsOf(ports.db, year, group) }
}

const fileOf = (kind: string) => `/decisions/books/:year{[0-9]{4}[.]${kind}}` as const

/** One book a year: as a page, and to be taken along (`DOMAIN.md 5.4`). */
export const bookRoutes = ({ make, ...above }: Above & { make: Make }) =>
  signedIn
    .createApp()
    .get('/decisions/books', async (c) => {
      const { person, ports, locale } = c.var
      authorize(mayReadBook(await groupsOf(ports.db, person.id)))
      const page = <BooksPage years={await yearsWithDecisions(ports.db)} locale={locale} />
      return c.render(page, { title: around[locale.lang].books, section: 'decisions' })
    })
    .get('/decisions/books/:year{[0-9]{4}}', async (c) => {
      const { ports, locale } = c.var
      const { asked, entries, group, groups, page: wished } = await wantedIn(c, above)
      const pages = Math.max(1, Math.ceil(entries.length / perPage))
      const page = Math.min(wished, pages)
      const shown = entries.slice((page - 1) * perPage, page * perPage)
      const content = (
        <BookPage
          {...{ group, groups, page, pages, locale }}
          book={await bookFrame(ports.db, entries, asked)}
          sheets={await sheetsOf(ports.db, shown, asked)}
        />
      )
      return c.render(content, { title: texts[locale.lang].title(asked), section: 'decisions' })
    })
    .get(fileOf('csv'), async (c) => {
      const { asked, entries, group } = await wantedIn(c, above)
      if (!(await mayHandleFile(c.var.ports.db, c.var.person.id))) return refuse(c, asked.year, 'too_often')
      const { head, rows } = bookTable(await bookFrame(c.var.ports.db, entries, asked), inFiles)
      asFile(c, asked, group, 'csv', 'text/csv; charset=utf-8')
      return c.body(csvOf({ head, rows: rows.map((row) => row.map((text) => ({ text }))) }))
    })
    .get(fileOf('json'), async (c) => {
      const { ports, person } = c.var
      const { asked, entries, group } = await wantedIn(c, above)
      if (entries.length > mostInFile) return refuse(c, asked.year, 'too_large')
      if (!(await mayHandleFile(ports.db, person.id))) return refuse(c, asked.year, 'too_often')
      const book = await wholeBook(ports.db, entries, asked)
      asFile(c, asked, group, 'json', 'application/json; charset=utf-8')
      return c.body(`${JSON.stringify(book, null, 2)}\n`)
    })
    .get(fileOf('pdf'), async (c) => {
      const { ports, person, settings } = c.var
      const { asked, entries, group } = await wantedIn(c, above)
      if (!make.formats.includes('pdf')) return refuse(c, asked.year, 'not_here')
      if (entries.length > mostInFile) return refuse(c, asked.year, 'too_large')
      if (!(await mayHandleFile(ports.db, person.id))) return refuse(c, asked.year, 'too_often')
      const book = await wholeBook(ports.db, entries, asked)
      const title = texts.de.title(book)
      const printing = { title, group: book.alliance, base: settings.publicUrl, content: bookContent(book, inFiles) }
      const made = await printSheet(make, fileWords, { ...printing, ...bookHead(book, inFiles) })
      if (!made.ok && made.code === 'failed')
        ports.log.error('book.export_failed', made.error, { year: String(asked.year) })
      if (!made.ok) return refuse(c, asked.year, made.code)
      asFile(c, asked, group, 'pdf', 'application/pdf')
      return c.body(made.bytes as Uint8Array<ArrayBuffer>)
    })
