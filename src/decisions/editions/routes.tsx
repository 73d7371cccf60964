import type { Context } from 'hono'
import { sheetContent, sheetHead, sheetTable } from '#views/decisions/sheet-file.ts'
import { SheetFilePage, type SheetProblem } from '#views/decisions/sheet-file-page.tsx'
import { fileWords } from '#views/documents/export-texts.ts'
import { csvOf } from '../../documents/comparisons/csv.ts'
import { attachmentNamed, fileName } from '../../documents/export/file-name.ts'
import type { Make } from '../../documents/export/outgoing.ts'
import { mayHandleFile, retryAfter } from '../../documents/export/throttle.ts'
import { isMember } from '../../groups/actor.ts'
import { findActor, groupsOf } from '../../groups/membership.ts'
import { type SignedInEnv, signedIn } from '../../identity/signed-in.ts'
import { authorize, found } from '../../web/gate.ts'
import { noOrigin, type OriginOf } from '../origin.ts'
import { mayReadDecisions } from '../policy.ts'
import { decisionByCitation } from '../register/log.ts'
import { sheetOf } from '../register/sheet.ts'
import { printSheet } from './pdf.ts'
import { type SheetData, sheetData } from './sheet-data.ts'

type Asked = Context<SignedInEnv>

/** The same reader as on the page: the group sees names, the alliance does not, and anybody may ask for less. */
async function sheetFor(c: Asked, cited: string, originOf: OriginOf): Promise<SheetData> {
  const { person, ports } = c.var
  authorize(mayReadDecisions(await groupsOf(ports.db, person.id)))
  const decision = found(await decisionByCitation(ports.db, cited))
  const actor = await findActor(ports.db, person, decision.group.slug)
  const widest = actor && isMember(actor) ? 'internal' : 'alliance'
  const edition = c.req.query('edition') === 'public' ? 'public' : widest
  return sheetData(await sheetOf(ports.db, { decision, edition }, originOf))
}

/** A file of last year still says of which year it is; sheets are German, like the decisions on them. */
const inFiles = { lang: 'de', now: new Date(0) } as const

function asFile(c: Asked, data: SheetData, extension: string, type: string) {
  c.header('Content-Disposition', attachmentNamed(fileName(data.number, data.title, extension)))
  c.header('Content-Type', type)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
}

const statusOf = { not_here: 422, too_large: 422, too_often: 429, took_too_long: 503, failed: 500 } as const

function refuse(c: Asked, number: string, code: SheetProblem) {
  c.status(statusOf[code])
  if (code === 'too_often') c.header('Retry-After', String(retryAfter))
  return c.render(<SheetFilePage number={number} code={code} locale={c.var.locale} />, { title: number })
}

const printed = (c: Asked, make: Make, data: SheetData) => {
  const { publicUrl: base } = c.var.settings
  const head = sheetHead(data, inFiles)
  const content = sheetContent(data, base, inFiles)
  return printSheet(make, fileWords, { title: data.title, group: data.group.name, base, content, ...head })
}

const fileOf = (kind: string) => `/decisions/:file{[A-Z]{2,4}-[0-9]{4}-[0-9]{3,6}[.]${kind}}` as const

/** The sheet of a decision for programs and for paper, with the rights of its page (`DOMAIN.md 5.3`). */
export const editionRoutes = ({ make, originOf = noOrigin }: { make: Make; originOf?: OriginOf }) =>
  signedIn
    .createApp()
    .get(fileOf('json'), async (c) => {
      const data = await sheetFor(c, c.req.param('file').replace(/\.json$/, ''), originOf)
      asFile(c, data, 'json', 'application/json; charset=utf-8')
      return c.body(`${JSON.stringify(data, null, 2)}\n`)
    })
    .get(fileOf('csv'), async (c) => {
      const data = await sheetFor(c, c.req.param('file').replace(/\.csv$/, ''), originOf)
      const { head, rows } = sheetTable(data, inFiles)
      asFile(c, data, 'csv', 'text/csv; charset=utf-8')
      return c.body(csvOf({ head, rows: rows.map((row) => row.map((text) => ({ text }))) }))
    })
    .get(fileOf('pdf'), async (c) => {
      const { ports, person } = c.var
      const data = await sheetFor(c, c.req.param('file').replace(/\.pdf$/, ''), originOf)
      if (!make.formats.includes('pdf')) return refuse(c, data.number, 'not_here')
      if (!(await mayHandleFile(ports.db, person.id))) return refuse(c, data.number, 'too_often')
      const made = await printed(c, make, data)
      if (!made.ok && made.code === 'failed')
        ports.log.error('decision.export_failed', made.error, { number: data.number })
      if (!made.ok) return refuse(c, data.number, made.code)
      asFile(c, data, 'pdf', 'application/pdf')
      return c.body(made.bytes as Uint8Array<ArrayBuffer>)
    })
