import type { Context } from 'hono'
import { AdoptedPage } from '#views/documents/adopted-page.tsx'
import { commentsScript } from '#views/documents/comments-block.tsx'
import { differenceScript } from '#views/documents/difference-page.tsx'
import { DocumentsPage } from '#views/documents/documents-page.tsx'
import { EditPage } from '#views/documents/edit-page.tsx'
import { editorScript } from '#views/documents/editor.tsx'
import { NewDocumentPage, untitled } from '#views/documents/new-page.tsx'
import { ReadingPage, type RefusedHere } from '#views/documents/reading-page.tsx'
import { texts } from '#views/documents/texts.ts'
import { change } from '../activity/model.ts'
import { isMember, placeOf } from '../groups/actor.ts'
import { inGroup } from '../groups/in-group.ts'
import { paths } from '../paths.ts'
import { answer, type PageFacts, refuse } from '../web/answer.ts'
import { form, type Refused, refused } from '../web/form.ts'
import { authorize } from '../web/gate.ts'
import type { SentPicture } from './attachments/looking.ts'
import { attachmentRoutes } from './attachments/routes.ts'
import { authorRoutes } from './authorship/routes.ts'
import { begin } from './beginning.ts'
import { openCollisions } from './collisions/model.ts'
import { collisionRoutes } from './collisions/routes.ts'
import { conversationOf } from './comments/conversation.ts'
import { stateOf } from './comments/page-routes.tsx'
import { commentRoutes } from './comments/routes.tsx'
import { withNamedRows } from './comparisons/naming.ts'
import { comparisonRoutes } from './comparisons/routes.tsx'
import type { Convert } from './conversion/converted.ts'
import { importOf } from './conversion/keeping.ts'
import { correctionRoutes } from './corrections/routes.tsx'
import { createDocument } from './creating.ts'
import { editionRoutes } from './editions/routes.tsx'
import type { Make } from './export/outgoing.ts'
import { exportRoutes } from './export/routes.tsx'
import { mayHandleFile } from './export/throttle.ts'
import { guestForm, newDocumentForm, titleForm } from './forms.ts'
import { guestsIn, inviteGuest } from './guests.ts'
import { type Here, oneDocument, paperIn } from './here.ts'
import { schemaVersion } from './markup.ts'
import { type Paper, recentDocuments } from './model.ts'
import { readingFacts } from './page-facts.ts'
import { mayCreateDocument, mayEditDocument, mayInviteGuest, mayRename } from './policy.ts'
import { publicationRoutes } from './publications/routes.tsx'
import { quotationRoutes } from './quotations/routes.tsx'
import { rename } from './renaming.ts'
import { adoptedFacts } from './stages/adopted-facts.ts'
import { inForceIn } from './stages/in-lists.ts'
import { stageRoutes } from './stages/routes.tsx'
import { maySuggest } from './suggestions/policy.ts'
import { suggestionRoutes } from './suggestions/routes.tsx'
import { templateContent } from './templates/model.ts'
import { templateRoutes } from './templates/routes.tsx'
import { snapshotRoutes } from './versions/routes.tsx'
import { isLook, lookAtDraft } from './visits/on-page.ts'
import { visitRoutes } from './visits/routes.ts'
import type { Higher } from './way.ts'

const listFacts = ({ actor, locale }: Here): PageFacts => ({
  title: texts[locale.lang].documents,
  section: placeOf(actor),
})

const shownAtOnce = 50

const shownIn = (asked = '') => Math.max(shownAtOnce, Number(asked.match(/^\d{1,4}$/)?.[0] ?? 0))

async function listPage({ actor, ports, locale }: Here, shown: number, { adoptionsOf }: Higher) {
  const entries = await recentDocuments(ports.db, actor, shown + 1)
  return (
    <DocumentsPage
      group={actor.group}
      entries={entries.slice(0, shown)}
      inForce={await inForceIn(ports.db, entries, adoptionsOf)}
      shown={shown > shownAtOnce ? shown : null}
      more={entries.length > shown ? shown + shownAtOnce : null}
      mayCreate={mayCreateDocument(actor)}
      isGuest={!isMember(actor)}
      locale={locale}
    />
  )
}

const newPage = ({ actor, locale }: Here, input?: Refused) => (
  <NewDocumentPage group={actor.group} refused={input} locale={locale} />
)

const newFacts = ({ actor, locale }: Here): PageFacts => ({ title: texts[locale.lang].begin, section: placeOf(actor) })

export interface DocumentRoutes extends Higher {
  /** Whether a picture stands in a text that was sent to a group by another one. */
  sentPicture: SentPicture
  /** Reads files apart from everything else. */
  convert: Convert
  /** Makes files apart from everything else. */
  make: Make
}

/** The texts of a group: reading, beginning, writing, and who reads along (`DOMAIN.md 3.5`). */
export const documentRoutes = ({ sentPicture, convert, make, ...higher }: DocumentRoutes) => {
  const { wayOf, cited } = higher
  const refuseOn = async (c: Context, here: Here, paper: Paper, refusal: RefusedHere) =>
    refuse(c, <ReadingPage {...(await readingFacts(here, paper, higher, { refused: refusal }))} />, {
      title: paper.title,
      section: placeOf(here.actor),
      scripts: [commentsScript],
    })

  /** Beside an adopted text its draft has an address of its own. */
  const draftOf = async ({ actor, ports }: Here, paper: Paper) =>
    (await higher.adoptionsOf(ports.db, [paper.id])).length > 0
      ? paths.documentDraft(actor.group, paper)
      : paths.document(actor.group, paper)

  return inGroup
    .createApp()
    .get('/documents', async (c) =>
      c.render(await listPage(c.var, shownIn(c.req.query('shown')), higher), listFacts(c.var)),
    )
    .get('/documents/new', (c) => {
      authorize(mayCreateDocument(c.var.actor))
      return c.render(newPage(c.var), newFacts(c.var))
    })
    .post('/documents', form(newDocumentForm), async (c) => {
      const { actor, ports, locale, form: input } = c.var
      authorize(mayCreateDocument(actor))
      if (!input.ok) return refuse(c, newPage(c.var, input), newFacts(c.var))
      const beginning = await begin(input.value, {
        convert: async (bytes, source) =>
          (await mayHandleFile(ports.db, actor.person.id)) ? convert(bytes, source) : { ok: false, code: 'too_often' },
        template: (kind) => templateContent(ports, actor.group, kind, locale.lang),
        untitled: (kind) => untitled(locale, kind),
      })
      if (!beginning.ok) {
        const { field, code } = beginning
        return refuse(c, newPage(c.var, refused(input.value, field, code)), newFacts(c.var))
      }
      const { title, content, imported } = beginning
      const of = { groupId: actor.group.id, actorId: actor.person.id, kind: input.value.kind }
      const document = await change(ports, (tx, record) =>
        createDocument(tx, record, { ...of, title, content, ...(imported && { imported }) }),
      )
      return answer(
        c,
        imported ? paths.importedDocument(actor.group, document) : paths.editDocument(actor.group, document),
      )
    })
    .get(oneDocument, async (c) => {
      const paper = await paperIn(c.var, c.req.param('id'))
      const isImported = c.req.query('imported') === '1' && isMember(c.var.actor)
      const imported = isImported ? await importOf(c.var.ports.db, paper.id) : null
      const withAuthors = c.req.query('authors') === '1'
      const sinceVisit = c.req.query('since') === 'visit'
      const onDraft = c.req.query('text') === 'draft'
      const adopted = imported || withAuthors || sinceVisit || onDraft ? null : await adoptedFacts(c.var, paper, higher)
      if (adopted)
        return c.render(<AdoptedPage {...adopted} content={await withNamedRows(c.var.ports.db, adopted.content)} />, {
          title: adopted.content.title,
          section: placeOf(c.var.actor),
        })
      const asked = { imported, withAuthors, sinceVisit, onDraft, isLook: isLook(c.req) }
      return c.render(<ReadingPage {...(await readingFacts(c.var, paper, higher, asked))} />, {
        title: paper.title,
        section: placeOf(c.var.actor),
        scripts: sinceVisit ? [commentsScript, differenceScript] : [commentsScript],
      })
    })
    .get(`${oneDocument}/edit`, async (c) => {
      const { actor, ports, locale } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      const may = { write: mayEditDocument(actor, paper), suggest: maySuggest(actor, paper) }
      const mode = may.write && c.req.query('mode') !== 'suggest' ? 'write' : 'suggest'
      authorize(may[mode])
      const way = await wayOf(ports.db, actor, paper)
      const collisions = mode === 'write' ? await openCollisions(ports.db, paper.id) : []
      const here = { group: actor.group, document: paper, person: actor.person, locale }
      const threads = await conversationOf(c.var, paper, stateOf(ports, paper))
      const facts = { ...here, schema: schemaVersion, way, collisions, threads, writing: { mode, may } as const }
      const scripts = [editorScript, commentsScript]
      const page = await c.render(<EditPage {...facts} />, { title: paper.title, section: placeOf(actor), scripts })
      // Reading a long text takes a while, and whoever opens it shall not wait for that.
      if (isLook(c.req)) ports.defer(lookAtDraft(ports, actor, paper))
      return page
    })
    .post(`${oneDocument}/title`, form(titleForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayRename(actor, paper))
      if (!input.ok) return refuseOn(c, c.var, paper, { form: 'rename', input })
      await change(ports, (tx, record) => rename(tx, record, paper, actor, input.value.title))
      const { back } = input.value
      return answer(c, back ? paths.editDocument(actor.group, paper) : await draftOf(c.var, paper))
    })
    .post(`${oneDocument}/guests`, form(guestForm), async (c) => {
      const { actor, ports, form: input } = c.var
      const paper = await paperIn(c.var, c.req.param('id'))
      authorize(mayInviteGuest(actor))
      if (!input.ok) return refuseOn(c, c.var, paper, { form: 'guest', input })
      const guest = (await guestsIn(ports.db, actor.group.id)).find(({ id }) => id === input.value.guest)
      if (!guest) {
        const unknown = refused(input.value, 'guest', 'not_a_guest')
        return refuseOn(c, c.var, paper, { form: 'guest', input: unknown })
      }
      await change(ports, (tx, record) => inviteGuest(tx, record, paper, actor, guest, input.value.comments === 'on'))
      return answer(c, await draftOf(c.var, paper))
    })
    .route('/', attachmentRoutes({ sentPicture }))
    .route('/', authorRoutes)
    .route('/', collisionRoutes)
    .route('/', comparisonRoutes({ cited }))
    .route('/', editionRoutes)
    .route('/', quotationRoutes())
    .route('/', commentRoutes)
    .route('/', exportRoutes({ ...higher, make }))
    .route('/', suggestionRoutes)
    .route('/', templateRoutes)
    .route('/', stageRoutes(higher))
    .route('/', correctionRoutes(higher))
    .route('/', publicationRoutes(higher))
    .route('/', visitRoutes)
    .route('/', snapshotRoutes(higher))
}
