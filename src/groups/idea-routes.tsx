import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { IdeasPage } from '#views/groups/ideas-page.tsx'
import { texts } from '#views/groups/ideas-texts.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { form, type Refused, refused } from '../web/form.ts'
import { authorize, found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import { placeOf } from './actor.ts'
import { ideaForm, ideaReplacementForm, ideaTitleForm } from './forms.ts'
import { addIdea, ideasOf, raiseIdea, removeIdea, renameIdea, replacedIdeas, replaceIdea } from './ideas.ts'
import { type GroupEnv, inGroup } from './in-group.ts'
import { mayEditIdeas, maySeeIdeas } from './policy.ts'
import type { GuidingIdea } from './schema.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneIdea = `/ideas/:id{${uuid}}` as const

const facts = ({ actor, locale }: Here) => ({ title: texts[locale.lang].title, section: placeOf(actor) })

const page = async ({ actor, ports, locale }: Here, wrong?: { id?: string; input: Refused }) => (
  <IdeasPage
    group={actor.group}
    ideas={await ideasOf(ports.db)}
    replaced={await replacedIdeas(ports.db)}
    mayEdit={mayEditIdeas(actor)}
    refused={wrong ?? null}
    locale={locale}
  />
)

const refuseHere = async (c: Context, here: Here, wrong: { id?: string; input: Refused }) =>
  refuse(c, await page(here, wrong), facts(here))

/** One alliance has one list of them; to a working group they are not there. */
function inCircle({ actor }: Pick<Here, 'actor'>): void {
  if (actor.group.kind !== 'circle') throw new HTTPException(404)
}

const ideaIn = async ({ ports }: Here, id: string): Promise<GuidingIdea> =>
  found((await ideasOf(ports.db)).find((idea) => idea.id === id))

/** What the alliance stands for; looked after by the coordinators of the circle. */
export const ideaRoutes = inGroup
  .createApp()
  .get('/ideas', async (c) => {
    inCircle(c.var)
    authorize(maySeeIdeas(c.var.actor))
    return c.render(await page(c.var), facts(c.var))
  })
  .post('/ideas', form(ideaForm), async (c) => {
    const { actor, ports, form: input } = c.var
    inCircle(c.var)
    authorize(mayEditIdeas(actor))
    if (!input.ok) return refuseHere(c, c.var, { input })
    if (!(await addIdea(ports.db, input.value))) {
      return refuseHere(c, c.var, { input: refused(input.value, 'code', 'exists') })
    }
    return answer(c, paths.ideas(actor.group))
  })
  .post(oneIdea, form(ideaTitleForm), async (c) => {
    const { actor, ports, form: input } = c.var
    inCircle(c.var)
    authorize(mayEditIdeas(actor))
    const { id } = await ideaIn(c.var, c.req.param('id'))
    if (!input.ok) return refuseHere(c, c.var, { id, input })
    await renameIdea(ports.db, id, input.value.title)
    return answer(c, paths.ideas(actor.group))
  })
  .post(`${oneIdea}/rise`, async (c) => {
    const { actor, ports } = c.var
    inCircle(c.var)
    authorize(mayEditIdeas(actor))
    const { id } = await ideaIn(c.var, c.req.param('id'))
    await ports.db.transaction((tx) => raiseIdea(tx, id))
    return answer(c, paths.ideas(actor.group))
  })
  .post(`${oneIdea}/removal`, async (c) => {
    const { actor, ports } = c.var
    inCircle(c.var)
    authorize(mayEditIdeas(actor))
    const { id, title } = await ideaIn(c.var, c.req.param('id'))
    if (!(await removeIdea(ports.db, id))) {
      return refuseHere(c, c.var, { id, input: refused({ title }, 'title', 'in_use') })
    }
    return answer(c, paths.ideas(actor.group))
  })
  .post(`${oneIdea}/replacement`, form(ideaReplacementForm), async (c) => {
    const { actor, person, ports, form: input } = c.var
    inCircle(c.var)
    authorize(mayEditIdeas(actor))
    const { id } = await ideaIn(c.var, c.req.param('id'))
    const newer = input.ok ? (await ideasOf(ports.db)).find((idea) => idea.id === input.value.newerId) : undefined
    if (!newer || !(await replaceIdea(ports.db, id, newer.id, person.id))) {
      const typed = input.ok ? input.value : input.typed
      return refuseHere(c, c.var, { id, input: refused(typed, 'newerId', 'not_another') })
    }
    return answer(c, paths.ideas(actor.group))
  })
