import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { NewPublicationPage } from '#views/documents/new-publication-page.tsx'
import { PublicationsPage, type PublicationsPageProps } from '#views/documents/publications-page.tsx'
import { texts } from '#views/documents/publications-texts.ts'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { allianceName } from '../../groups/register.ts'
import { paths } from '../../paths.ts'
import { answer, type PageFacts, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import type { Here } from '../here.ts'
import type { Higher } from '../way.ts'
import { publicationForm, slugOf, withdrawalForm } from './forms.ts'
import {
  allPublications,
  findPublication,
  type Publishable,
  publish,
  publishable,
  publishers,
  withdrawPublication,
} from './model.ts'
import { mayPublish, mayReadPublications, mayWithdrawPublication } from './policy.ts'

const factsOf = ({ locale }: Here): PageFacts => ({ title: texts[locale.lang].title, section: 'circle' })

/** Only the circle has this corner. */
function enter({ actor }: Here): void {
  if (actor.group.kind !== 'circle') throw new HTTPException(404)
  authorize(mayReadPublications(actor))
}

async function listPage(here: Here, { adoptionsOf }: Higher, refused: PublicationsPageProps['refused'] = null) {
  const { actor, ports, locale } = here
  const may = { publish: mayPublish(actor), withdraw: mayWithdrawPublication(actor) }
  return (
    <PublicationsPage
      group={actor.group}
      publications={await allPublications(ports.db)}
      publishable={may.publish ? await publishable(ports.db, adoptionsOf) : []}
      publishers={await publishers(ports.db)}
      may={may}
      refused={refused}
      locale={locale}
    />
  )
}

const newPage = ({ actor, locale }: Here, subject: Publishable, refused: Refused | null = null) => (
  <NewPublicationPage
    group={actor.group}
    subject={subject}
    slug={slugOf(subject.snapshot.title)}
    {...{ refused, locale }}
  />
)

/** What the alliance makes public, by whom the circle gave the mandate to (`DOMAIN.md 3.1`). */
export const publicationRoutes = (higher: Higher) => {
  const subjectOf = async ({ ports }: Here, citation: string | undefined) =>
    found((await publishable(ports.db, higher.adoptionsOf)).find(({ adoption }) => adoption.citation === citation))
  const refuseNew = (c: Context, here: Here, subject: Publishable, input: Refused) =>
    refuse(c, newPage(here, subject, input), factsOf(here))

  return inGroup
    .createApp()
    .get('/publications', async (c) => {
      enter(c.var)
      return c.render(await listPage(c.var, higher), factsOf(c.var))
    })
    .get('/publications/new', async (c) => {
      enter(c.var)
      authorize(mayPublish(c.var.actor))
      const decision = c.req.query('decision')
      if (!decision) return answer(c, paths.publications(c.var.actor.group))
      return c.render(newPage(c.var, await subjectOf(c.var, decision)), factsOf(c.var))
    })
    .post('/publications', form(publicationForm), async (c) => {
      const { actor, ports, form: input } = c.var
      enter(c.var)
      authorize(mayPublish(actor))
      const typed = input.ok ? input.value : input.typed
      const ready = await publishable(ports.db, higher.adoptionsOf)
      const subject = ready.find(({ adoption }) => adoption.citation === typed.decision)
      if (!subject) return refuse(c, await listPage(c.var, higher), factsOf(c.var))
      if (!input.ok) return refuseNew(c, c.var, subject, input)
      const { slug, read, venue = '', minorityStatement = '', organisations = [] } = input.value
      if (read !== undefined && read !== subject.snapshot.checksum)
        return refuseNew(c, c.var, subject, refused(input.value, 'slug', 'moved'))
      const wish = { slug, venue, minorityStatement, organisations }
      const publishing = { subject, wish, publisher: (await allianceName(ports.db)) ?? '' }
      const done = await change(ports, (tx, record) => publish(tx, record, actor, publishing, higher.matterOf))
      if (typeof done === 'string') return refuseNew(c, c.var, subject, refused(input.value, 'slug', done))
      return answer(c, paths.publications(actor.group))
    })
    .post(`/publications/:publication{${uuid}}/withdrawal`, form(withdrawalForm), async (c) => {
      const { actor, ports, form: input } = c.var
      enter(c.var)
      const publication = found(await findPublication(ports.db, c.req.param('publication')))
      authorize(mayWithdrawPublication(actor))
      if (!input.ok)
        return refuse(c, await listPage(c.var, higher, { id: publication.publication.id, input }), factsOf(c.var))
      await change(ports, (tx, record) =>
        withdrawPublication(tx, record, actor, publication, input.value.reason, higher.matterOf),
      )
      return answer(c, paths.publications(actor.group))
    })
}
