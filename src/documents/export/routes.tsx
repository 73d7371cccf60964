import type { Context } from 'hono'
import { ExportPage, type ExportPageProps, type ExportProblem } from '#views/documents/export-page.tsx'
import { fileWords, texts } from '#views/documents/export-texts.ts'
import { placeOf } from '../../groups/actor.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { authorize, found } from '../../web/gate.ts'
import { oneDocument, paperIn } from '../here.ts'
import type { Paper } from '../model.ts'
import { mayExportDocument } from '../policy.ts'
import { snapshotsOf } from '../versions/snapshots.ts'
import type { Higher } from '../way.ts'
import { attachmentNamed, fileName } from './file-name.ts'
import { gather, sourceOf } from './gathering.ts'
import { type Made, type Make, mediaTypes } from './outgoing.ts'
import { mayExportAgain, retryAfter } from './throttle.ts'
import { type ExportWish, exportWish } from './wishes.ts'

/** Why there is a page instead of a file. */
const statusOf = { too_often: 429, took_too_long: 503, too_large: 422, not_here: 422 } as const

type Asked = Context<GroupEnv>

/** Ways out of the house: the same right as reading, and what was taken out is in the log (SECURITY S-68). */
export const exportRoutes = ({ wayOf, make }: Pick<Higher, 'wayOf'> & { make: Make }) => {
  async function pageFor(c: Asked, paper: Paper, wish: ExportWish, problem?: ExportProblem) {
    const { actor, ports, locale } = c.var
    const { decision } = await wayOf(ports.db, actor, paper)
    const versions = await snapshotsOf(ports.db, paper.id)
    const { formats } = make
    const facts: ExportPageProps = {
      group: actor.group,
      document: paper,
      versions,
      decision,
      formats,
      wish,
      problem,
      locale,
    }
    return c.render(<ExportPage {...facts} />, {
      title: texts[locale.lang].title({ title: paper.title }),
      section: placeOf(actor),
    })
  }

  const refuse = (c: Asked, paper: Paper, wish: ExportWish, problem: ExportProblem) => {
    c.status(statusOf[problem])
    if (problem === 'too_often') c.header('Retry-After', String(retryAfter))
    return pageFor(c, paper, wish, problem)
  }

  const asFile = (c: Asked, { bytes, extension }: Made, title: string, version: string) => {
    c.header('Content-Disposition', attachmentNamed(fileName(title, version, extension)))
    c.header('Content-Type', mediaTypes[extension])
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Content-Security-Policy', "default-src 'none'; sandbox")
    return c.body(bytes as Uint8Array<ArrayBuffer>)
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
      if (!(await mayExportAgain(ports.db, actor.person.id))) return refuse(c, paper, wish, 'too_often')
      if (!make.formats.includes(wish.format)) return refuse(c, paper, wish, 'not_here')
      const source = found(await sourceOf(c.var, paper, wish, fileWords))
      const way = await wayOf(ports.db, actor, paper)
      const made = await make.make(
        wish.format,
        await gather(c.var, settings, { paper, source, wish, way, words: fileWords }),
      )
      if (!made.ok) return refuse(c, paper, wish, made.code)
      const { format, of } = wish
      ports.log.info('document.exported', {
        ...{ id: c.var.requestId, documentId: paper.id, personId: actor.person.id, format },
        of: of === null ? 'draft' : `v${of.number}${of.suffix}`,
      })
      const version =
        of === null ? `Entwurf ${locale.now.toISOString().slice(0, 10)}` : `Fassung ${of.number}${of.suffix}`
      return asFile(c, made, source.title, version)
    })
}
