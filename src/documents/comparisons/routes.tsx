import type { Context } from 'hono'
import { commentsScript } from '#views/documents/comments-block.tsx'
import { texts } from '#views/documents/comparison-texts.ts'
import { RowsFile } from '#views/documents/rows-file.tsx'
import { RowsPage, type RowsPageProps } from '#views/documents/rows-page.tsx'
import { placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { authorize, found } from '../../web/gate.ts'
import { conversationOf } from '../comments/conversation.ts'
import { stateOf } from '../comments/page-routes.tsx'
import { type Here, oneDocument, paperIn } from '../here.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import { mayComment } from '../policy.ts'
import { readDraft } from '../reading.ts'
import { numberedSnapshot } from '../versions/snapshots.ts'
import { chooseRows, orderOf, type RowChoice, rowChoice } from './choosing.ts'
import type { CitedDecisions } from './cited.ts'
import { csvOf } from './csv.ts'
import { factsFor } from './facts.ts'
import { fileNameOf } from './file-name.ts'
import { mayFillRows } from './policy.ts'
import { rowsOf } from './rows.ts'
import { tableOf } from './table.ts'

async function contentOf({ ports }: Here, paper: Paper, { version }: RowChoice): Promise<Content> {
  if (!version) return (await readDraft(ports, paper)).content
  return found(await numberedSnapshot(ports.db, paper.id, Number(version))).content as Content
}

/** Rows of a comparison: to look at, to choose from, and as a table for elsewhere (`DOMAIN.md 6.6`). */
export const comparisonRoutes = ({ cited }: { cited: CitedDecisions }) => {
  async function rowFacts(here: Here, paper: Paper, query: Record<string, string>): Promise<RowsPageProps> {
    const { actor, ports, locale } = here
    const choice = rowChoice.parse(query)
    const { rows, all } = chooseRows(await contentOf(here, paper, choice), choice)
    const asking = { groupId: actor.group.id, personId: actor.person.id, cited }
    return {
      ...{ rows, all, choice, order: orderOf(choice), group: actor.group, document: paper, locale },
      facts: await factsFor(ports.db, all, asking),
      mayLoad: mayFillRows(actor, paper),
      talk: choice.version
        ? null
        : {
            threads: await conversationOf(here, paper, stateOf(ports, paper)),
            me: actor.person,
            mayComment: mayComment(actor, paper),
          },
    }
  }

  const asFile = (c: Context, paper: Paper, kind: 'csv' | 'html') => {
    c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileNameOf(paper.title, kind))}`)
    c.header('X-Content-Type-Options', 'nosniff')
    c.var.ports.log.info('document.exported', { documentId: paper.id, kind, personId: c.var.person.id })
  }

  return inGroup
    .createApp()
    .get(`${oneDocument}/rows`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      const facts = await rowFacts(c.var, paper, c.req.query())
      const title = `${texts[c.var.locale.lang].title}: ${paper.title}`
      return c.render(<RowsPage {...facts} />, { title, section: placeOf(c.var.actor), scripts: [commentsScript] })
    })
    .get(`${oneDocument}/rows.csv`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      const { rows, locale } = await rowFacts(c.var, paper, c.req.query())
      asFile(c, paper, 'csv')
      return c.body(csvOf(tableOf(rows, texts[locale.lang])), 200, { 'Content-Type': 'text/csv; charset=utf-8' })
    })
    .get(`${oneDocument}/rows.html`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      const facts = await rowFacts(c.var, paper, c.req.query())
      asFile(c, paper, 'html')
      return c.html(<RowsFile {...facts} />)
    })
    .get(`${oneDocument}/comparison`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayFillRows(actor, paper))
      const rows = rowsOf((await readDraft(ports, paper)).content)
      const asking = { groupId: actor.group.id, personId: actor.person.id, cited, all: true }
      return c.json(await factsFor(ports.db, rows, asking))
    })
}
