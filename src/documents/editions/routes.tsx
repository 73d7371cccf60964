import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { EditionPage } from '#views/documents/edition-page.tsx'
import { texts } from '#views/documents/edition-texts.ts'
import { EditionsPage } from '#views/documents/editions-page.tsx'
import { change } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { type Here, oneDocument, paperIn } from '../here.ts'
import type { Paper } from '../model.ts'
import { readDraft } from '../reading.ts'
import { compareEdition } from './comparing.ts'
import { editionForm, takeoverForm } from './forms.ts'
import { discardEdition, loadEdition } from './loading.ts'
import { type EditionEntry, editionsFor, programmesOf } from './model.ts'
import { mayDiscard, mayLoadEdition, maySeeEditions, mayTakeOver } from './policy.ts'
import { previewOf } from './preview.ts'
import { readStatements, textOfFile } from './reading-statements.ts'
import type { Choices } from './settling.ts'
import { takeOver } from './taking-over.ts'

const oneEdition = `${oneDocument}/editions/:edition{${uuid}}` as const

const facts = ({ actor, locale }: Here, { title }: Paper) => ({
  title: `${title}, ${texts[locale.lang].title}`,
  section: placeOf(actor),
})

async function listPage({ actor, ports, locale }: Here, paper: Paper, input?: Refused) {
  return (
    <EditionsPage
      group={actor.group}
      document={paper}
      editions={await editionsFor(ports.db, actor.group.id, paper.id)}
      programmes={await programmesOf(ports.db, actor.group.id)}
      mayLoad={mayLoadEdition(actor, paper)}
      refused={input}
      locale={locale}
    />
  )
}

async function editionIn({ actor, ports }: Here, paper: Paper, id: string): Promise<EditionEntry> {
  return found((await editionsFor(ports.db, actor.group.id, paper.id)).find((edition) => edition.id === id))
}

interface Refusal {
  problem: 'undecided' | 'refused'
  chosen: Choices
}

async function previewPage(here: Here, paper: Paper, edition: EditionEntry, refusal?: Refusal) {
  const { actor, ports, locale } = here
  const { content } = await readDraft(ports, paper)
  return (
    <EditionPage
      group={actor.group}
      document={paper}
      edition={edition}
      preview={previewOf(await compareEdition(ports.db, edition, paper.id, content))}
      may={{ takeOver: mayTakeOver(actor, paper), discard: mayDiscard(actor, paper, edition) }}
      {...refusal}
      locale={locale}
    />
  )
}

interface Typed {
  pasted?: string
  file?: File
}

/** A file comes before what was pasted. */
async function typedStatements({ pasted, file }: Typed) {
  if (file && file.size > 0) {
    const read = readStatements(textOfFile(new Uint8Array(await file.arrayBuffer())))
    return { field: 'file', ...read } as const
  }
  return { field: 'pasted', ...(pasted ? readStatements(pasted) : ({ ok: false, code: 'missing' } as const)) } as const
}

/** Editions of the programme that a comparison answers to: loaded beside, looked at, taken over (`DOMAIN.md 6.6`). */
export const editionRoutes = inGroup
  .createApp()
  .get(`${oneDocument}/editions`, async (c) => {
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(maySeeEditions(c.var.actor))
    return c.render(await listPage(c.var, paper), facts(c.var, paper))
  })
  .post(`${oneDocument}/editions`, form(editionForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(mayLoadEdition(actor, paper))
    const refuseHere = async (wrong: Refused) => refuse(c, await listPage(c.var, paper, wrong), facts(c.var, paper))
    if (!input.ok) return refuseHere(input)
    const read = await typedStatements(input.value)
    if (!read.ok) return refuseHere(refused(input.value, read.field, read.code))
    const { programme, version, publishedOn = null, source = '' } = input.value
    const draft = { programme, version, publishedOn, source, statements: read.statements }
    const edition = await ports.db.transaction((tx) =>
      loadEdition(tx, { ...draft, groupId: actor.group.id, personId: actor.person.id }),
    )
    if (!edition) return refuseHere(refused(input.value, 'version', 'exists'))
    return answer(c, paths.edition(actor.group, paper, edition))
  })
  .get(oneEdition, async (c) => {
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(maySeeEditions(c.var.actor))
    const edition = await editionIn(c.var, paper, c.req.param('edition'))
    return c.render(await previewPage(c.var, paper, edition), facts(c.var, paper))
  })
  .post(`${oneEdition}/takeover`, form(takeoverForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(mayTakeOver(actor, paper))
    const edition = await editionIn(c.var, paper, c.req.param('edition'))
    const choices: Choices = input.ok ? input.value : new Map()
    const taken = await change(ports, (tx, record) =>
      takeOver(tx, record, ports, { edition, document: paper, actor, choices }),
    )
    if (taken === 'already' || taken === 'taken') return answer(c, paths.rows(actor.group, paper))
    return refuse(
      c as Context,
      await previewPage(c.var, paper, edition, { problem: taken, chosen: choices }),
      facts(c.var, paper),
    )
  })
  .post(`${oneEdition}/discard`, async (c) => {
    const { actor, ports } = c.var
    const paper = await paperIn(c.var, c.req.param('id'))
    authorize(mayLoadEdition(actor, paper))
    const edition = await editionIn(c.var, paper, c.req.param('edition'))
    authorize(mayDiscard(actor, paper, edition))
    const gone = await ports.db.transaction((tx) => discardEdition(tx, edition))
    if (!gone) throw new HTTPException(403)
    return answer(c, paths.editions(actor.group, paper))
  })
