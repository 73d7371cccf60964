import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import { texts } from '#views/documents/quotation-texts.ts'
import { QuotationsPage } from '#views/documents/quotations-page.tsx'
import { QuotingPage } from '#views/documents/quoting-page.tsx'
import { placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { withNames } from '../comparisons/naming.ts'
import { currentState } from '../editing/log.ts'
import { type Here, oneDocument, paperIn } from '../here.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import { readDraft } from '../reading.ts'
import { wantsData } from '../suggestions/answering.ts'
import { numberedSnapshot } from '../versions/snapshots.ts'
import { sectionsIn } from './excerpts.ts'
import { passagesIn, passagesOf } from './passages.ts'
import { mayQuote, mayTendQuotations } from './policy.ts'
import { findQuotation, leave, quote, quoteForWriter, renew, sourcesFor, targetsOf } from './quoting.ts'
import { quotationsFor } from './standing.ts'

const nodeKey = /^\d{1,16}:\d{1,16}$/

const quotingForm = z.object({
  passage: z.string('missing').regex(/^\d{1,16}(:\d{1,16})?$/, 'missing'),
  target: z.uuid('missing'),
  /** The part of the other text at whose end it shall stand. */
  section: z
    .union([z.literal(''), z.string().regex(nodeKey)])
    .catch('')
    .default(''),
})

/** What has been chosen so far; what cannot be meant is as if it was not there. */
const chosenSoFar = z.object({
  place: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .optional()
    .catch(undefined),
  into: z.uuid().optional().catch(undefined),
})

const oneQuotation = `${oneDocument}/quotations/:quotation{${uuid}}` as const

const versionIn = (asked: string | undefined) => (asked && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null)

async function sourceText({ ports }: Here, paper: Paper, version: number | null) {
  if (version === null) {
    const { state, content } = await readDraft(ports, paper)
    return { content, passages: passagesIn(state) }
  }
  const content = found(await numberedSnapshot(ports.db, paper.id, version)).content as Content
  return { content, passages: passagesOf(content) }
}

async function sectionsOf(ports: Here['ports'], target: { id: string }) {
  await ports.rooms.settle(target.id)
  return sectionsIn(await currentState(ports.db, target.id))
}

/** For somebody who is writing: the other texts that can be quoted, and where their paragraphs are. */
async function told({ actor, ports }: Here, paper: Paper) {
  const sources = await sourcesFor(ports.db, actor.person)
  return sources
    .filter(({ id }) => id !== paper.id)
    .map(({ title, group, ...source }) => ({ title, group: group.name, href: paths.quoting(group, source) }))
}

const facts = ({ actor, locale }: Here, { title }: Paper) => ({
  title: `${title}, ${texts[locale.lang].quote}`,
  section: placeOf(actor),
})

/** A paragraph of one text in another one: quoted, marked when its source changes, taken over or left. */
export const quotationRoutes = () => {
  async function quotingPage(here: Here, paper: Paper, query: Record<string, string>, input?: Refused) {
    const { actor, ports, locale } = here
    const version = versionIn(query.version)
    const { place, into } = chosenSoFar.parse(query)
    const { content: text, passages } = await sourceText(here, paper, version)
    const content = await withNames(ports.db, text)
    const targets = (await targetsOf(ports.db, actor.person)).filter(({ id }) => id !== paper.id)
    const target = targets.find(({ id }) => id === into)
    return (
      <QuotingPage
        {...{ group: actor.group, document: paper, version, content, targets, locale }}
        passage={passages.find((passage) => passage.place === place) ?? null}
        target={target ? { ...target, sections: await sectionsOf(ports, target) } : null}
        isEmpty={passages.length === 0}
        refused={input ?? null}
      />
    )
  }

  const quotationsPage = async (here: Here, paper: Paper) => {
    const { actor, ports, locale } = here
    const { content } = await readDraft(ports, paper)
    const standings = await quotationsFor(ports.db, actor.person, paper.id, content)
    return (
      <QuotationsPage
        {...{ group: actor.group, document: paper, standings, locale }}
        may={mayTendQuotations(actor, paper)}
      />
    )
  }

  const quotationIn = async ({ ports }: Here, paper: Paper, id: string) =>
    found(await findQuotation(ports.db, paper.id, id))

  /** Who may not read the source any more can neither take over nor judge what it says. */
  async function seenBy(here: Here, paper: Paper, id: string): Promise<void> {
    const { content } = await readDraft(here.ports, paper)
    const all = await quotationsFor(here.ports.db, here.actor.person, paper.id, content)
    authorize(all.some((one) => one.id === id && one.is !== 'hidden'))
  }

  return inGroup
    .createApp()
    .get(`${oneDocument}/quoting`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayQuote(c.var.actor, paper))
      c.header('Vary', 'Accept', { append: true })
      if (wantsData(c)) {
        const { passages } = await sourceText(c.var, paper, null)
        return c.json({ passages: passages.map(({ key, words }) => ({ key, words })) })
      }
      return c.render(await quotingPage(c.var, paper, c.req.query()), facts(c.var, paper))
    })
    .post(`${oneDocument}/quoting`, form(quotingForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayQuote(actor, paper))
      const version = versionIn(c.req.query('version'))
      const refuseHere = async (wrong: Refused) =>
        refuse(c as Context, await quotingPage(c.var, paper, c.req.query(), wrong), facts(c.var, paper))
      if (!input.ok) return refuseHere(input)
      const { passages } = await sourceText(c.var, paper, version)
      const passage = passages.find(({ key }) => key === input.value.passage)
      if (!passage) return refuseHere(refused(input.value, 'passage', 'gone'))
      const target = (await targetsOf(ports.db, actor.person)).find(({ id }) => id === input.value.target)
      if (!target) return refuseHere(refused(input.value, 'target', 'not_yours'))
      const into = { id: target.id, groupId: target.group.id }
      const quoting = { target: into, source: paper, snapshotNumber: version, passage }
      if (wantsData(c)) return c.json({ excerpt: await quoteForWriter(ports.db, actor.person, quoting) })
      const section = input.value.section || null
      const done = await quote(ports, actor.person, { ...quoting, section })
      if (!done) return refuseHere(refused(input.value, 'target', 'refused'))
      return answer(c, paths.documentDraft(target.group, target))
    })
    .get(`${oneDocument}/quotations`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      c.header('Vary', 'Accept', { append: true })
      if (wantsData(c)) return c.json({ texts: await told(c.var, paper) })
      return c.render(await quotationsPage(c.var, paper), facts(c.var, paper))
    })
    .post(`${oneQuotation}/renewal`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const quotation = await quotationIn(c.var, paper, c.req.param('quotation'))
      authorize(mayTendQuotations(actor, paper))
      await seenBy(c.var, paper, quotation.id)
      if (!(await renew(ports, actor.person, paper, quotation))) throw new HTTPException(409)
      return answer(c, paths.quotations(actor.group, paper))
    })
    .post(`${oneQuotation}/keeping`, async (c) => {
      const { actor, ports } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const quotation = await quotationIn(c.var, paper, c.req.param('quotation'))
      authorize(mayTendQuotations(actor, paper))
      await seenBy(c.var, paper, quotation.id)
      await leave(ports.db, quotation)
      return answer(c, paths.quotations(actor.group, paper))
    })
}
