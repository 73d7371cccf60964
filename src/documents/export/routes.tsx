import type { Context } from 'hono'
import { ExportPage, type ExportProblem } from '#views/documents/export-page.tsx'
import { fileWords, texts } from '#views/documents/export-texts.ts'
import { placeOf } from '../../groups/actor.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { authorize, found } from '../../web/gate.ts'
import { oneDocument, paperIn } from '../here.ts'
import type { Paper } from '../model.ts'
import { mayExportDocument } from '../policy.ts'
import { adoptedText } from '../stages/adopted.ts'
import { snapshotsOf } from '../versions/snapshots.ts'
import type { Higher } from '../way.ts'
import { attachmentNamed, fileName } from './file-name.ts'
import { gather } from './gathering.ts'
import { type Made, type Make, type Making, mediaTypes } from './outgoing.ts'
import { type Source, sourceOf } from './sources.ts'
import { mayHandleFile, retryAfter } from './throttle.ts'
import { type ExportWish, exportWish, refOf } from './wishes.ts'

/** Why there is a page instead of a file. */
const statusOf = {
  too_often: 429,
  took_too_long: 503,
  too_large: 422,
  not_here: 422,
  failed: 500,
  flawed: 200,
} as const

type Asked = Context<GroupEnv>

const versionOf = ({ snapshot }: Source, now: Date) =>
  snapshot ? `Fassung ${snapshot.number}${snapshot.suffix}` : `Entwurf ${now.toISOString().slice(0, 10)}`

/** Ways out of the house: the same right as reading, and what was taken out is in the log (SECURITY S-68). */
export const exportRoutes = ({ adoptionsOf, make }: Pick<Higher, 'adoptionsOf'> & { make: Make }) => {
  async function pageFor(c: Asked, paper: Paper, wish: ExportWish, problem?: ExportProblem) {
    const { actor, ports, locale } = c.var
    const adopted = await adoptedText(ports.db, await adoptionsOf(ports.db, [paper.id]))
    const versions = await snapshotsOf(ports.db, paper.id)
    const known = { versions, adopted, formats: make.formats }
    const facts = { group: actor.group, document: paper, ...known, wish, of: refOf(wish), problem, locale }
    return c.render(<ExportPage {...facts} />, {
      title: texts[locale.lang].title({ title: paper.title }),
      section: placeOf(actor),
    })
  }

  const refuse = (c: Asked, paper: Paper, wish: ExportWish, problem: ExportProblem) => {
    c.status(statusOf[problem.code])
    if (problem.code === 'too_often') c.header('Retry-After', String(retryAfter))
    return pageFor(c, paper, wish, problem)
  }

  const asFile = (c: Asked, { bytes, extension }: Made, title: string, version: string) => {
    c.header('Content-Disposition', attachmentNamed(fileName(title, version, extension)))
    c.header('Content-Type', mediaTypes[extension])
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
    return c.body(bytes as Uint8Array<ArrayBuffer>)
  }

  const factsOf = (c: Asked, paper: Paper, { format }: ExportWish, { snapshot }: Source) => ({
    ...{ id: c.var.requestId, documentId: paper.id, personId: c.var.actor.person.id, format },
    of: snapshot ? `v${snapshot.number}${snapshot.suffix}` : 'draft',
  })

  /** What came of it, with nothing in it of what the text says. */
  function keepLog(c: Asked, facts: ReturnType<typeof factsOf>, made: Making) {
    const { log } = c.var.ports
    if (made.ok) log.info('document.exported', { ...facts, universal: made.flaws?.universal ?? true })
    else if (made.code === 'failed') log.error('document.export_failed', made.error, facts)
    else log.info('document.not_exported', { ...facts, code: made.code })
  }

  return inGroup
    .createApp()
    .get(`${oneDocument}/export`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayExportDocument(c.var.actor, paper))
      const asked = { format: make.formats[0], letterhead: 'on', ...c.req.query() }
      return pageFor(c, paper, exportWish.parse(asked))
    })
    .get(`${oneDocument}/export/file`, async (c) => {
      const { actor, ports, settings, locale } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayExportDocument(actor, paper))
      const wish = exportWish.parse(c.req.query())
      if (!(await mayHandleFile(ports.db, actor.person.id))) return refuse(c, paper, wish, { code: 'too_often' })
      if (!make.formats.includes(wish.format)) return refuse(c, paper, wish, { code: 'not_here' })
      const known = { adoptionsOf, otherwise: fileWords.otherwise }
      const source = found(await sourceOf(c.var, paper, wish, known))
      const outgoing = await gather(c.var, settings, { paper, source, wish, words: fileWords })
      const made = await make.make(wish.format, outgoing)
      if (made.ok && made.flaws && !wish.anyway) return refuse(c, paper, wish, { code: 'flawed', ...made.flaws })
      keepLog(c, factsOf(c, paper, wish, source), made)
      if (!made.ok) return refuse(c, paper, wish, { code: made.code })
      return asFile(c, made, source.title, versionOf(source, locale.now))
    })
}
