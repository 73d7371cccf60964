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
import { type Here, oneDocument, paperIn } from '../here.ts'
import type { Content } from '../markup.ts'
import type { Paper } from '../model.ts'
import { readDraft } from '../reading.ts'
import { numberedSnapshot } from '../versions/snapshots.ts'
import { type Passage, passagesIn, passagesOf } from './passages.ts'
import { mayQuote, mayTendQuotations } from './policy.ts'
import { findQuotation, leave, quote, renew, targetsOf } from './quoting.ts'
import { quotationsFor } from './standing.ts'

const quotingForm = z.object({
  passage: z.string('missing').regex(/^\d{1,10}(:\d{1,10})?$/, 'missing'),
  target: z.uuid('missing'),
})

const oneQuotation = `${oneDocument}/quotations/:quotation{${uuid}}` as const

const versionIn = (asked: string | undefined) => (asked && /^[1-9]\d{0,5}$/.test(asked) ? Number(asked) : null)

async function passagesFor({ ports }: Here, paper: Paper, version: number | null): Promise<Passage[]> {
  if (version === null) return passagesIn((await readDraft(ports, paper)).state)
  return passagesOf(found(await numberedSnapshot(ports.db, paper.id, version)).content as Content)
}

const facts = ({ actor, locale }: Here) => ({ title: texts[locale.lang].quote, section: placeOf(actor) })

/** A paragraph of one text in another one: quoted, marked when its source changes, taken over or left. */
export const quotationRoutes = () => {
  const quotingPage = async (here: Here, paper: Paper, version: number | null, input?: Refused) => (
    <QuotingPage
      group={here.actor.group}
      document={paper}
      version={version}
      passages={await passagesFor(here, paper, version)}
      targets={await targetsOf(here.ports.db, here.actor.person)}
      refused={input ?? null}
      locale={here.locale}
    />
  )

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
      return c.render(await quotingPage(c.var, paper, versionIn(c.req.query('version'))), facts(c.var))
    })
    .post(`${oneDocument}/quoting`, form(quotingForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayQuote(actor, paper))
      const version = versionIn(c.req.query('version'))
      const refuseHere = async (wrong: Refused) =>
        refuse(c as Context, await quotingPage(c.var, paper, version, wrong), facts(c.var))
      if (!input.ok) return refuseHere(input)
      const passage = (await passagesFor(c.var, paper, version)).find(({ key }) => key === input.value.passage)
      if (!passage) return refuseHere(refused(input.value, 'passage', 'gone'))
      const target = (await targetsOf(ports.db, actor.person)).find(({ id }) => id === input.value.target)
      if (!target) return refuseHere(refused(input.value, 'target', 'not_yours'))
      const into = { id: target.id, groupId: target.group.id }
      const done = await quote(ports, actor.person, { target: into, source: paper, snapshotNumber: version, passage })
      if (!done) return refuseHere(refused(input.value, 'target', 'refused'))
      return answer(c, paths.document(target.group, target))
    })
    .get(`${oneDocument}/quotations`, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      return c.render(await quotationsPage(c.var, paper), facts(c.var))
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
