import { texts as checkTexts } from '#views/trail/check-texts.ts'
import { ChecksPage } from '#views/trail/checks-page.tsx'
import { LinksPage } from '#views/trail/links-page.tsx'
import { texts } from '#views/trail/texts.ts'
import { findDecision } from '../decisions/register/log.ts'
import { placeOf } from '../groups/actor.ts'
import type { Belonging } from '../groups/belonging.ts'
import { ideasOf } from '../groups/ideas.ts'
import { type GroupEnv, inGroup } from '../groups/in-group.ts'
import { groupsOf } from '../groups/membership.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { form, type Refused } from '../web/form.ts'
import { authorize, found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import type { Linked } from '../web/trail-paths.ts'
import { check, toCheck } from './checking.ts'
import { checkForm, linksForm } from './forms.ts'
import { linkThing, subjectsOf } from './linking.ts'
import { insideOf, mayCheck, mayLink, mayReadChecks } from './policy.ts'
import { findThing, kindOf, type Thing } from './things.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale' | 'person'> & Partial<Belonging>

const links = `/:things{documents|proposals|decisions|tasks|referrals}/:id{${uuid}}/links` as const

const thingIn = async ({ actor, ports }: Here, things: string, id: string): Promise<Thing> =>
  found(await findThing(ports.db, actor.group.id, kindOf[things as Linked], id))

async function pathOf({ actor, ports }: Here, { kind, id, groupId }: Thing): Promise<string> {
  const { group } = actor
  if (kind === 'decision') return paths.decision(found(await findDecision(ports.db, groupId, id)).cited)
  if (kind === 'document') return paths.document(group, { id })
  if (kind === 'proposal') return paths.proposal(group, { id })
  return kind === 'task' ? paths.task(group, { id }) : paths.referral(group, { id })
}

async function linksPage(here: Here, things: Linked, thing: Thing, refusal?: Refused) {
  const { actor, ports, locale } = here
  const [ideas, subjects] = await Promise.all([ideasOf(ports.db), subjectsOf(ports.db, thing)])
  const back = await pathOf(here, thing)
  return <LinksPage {...{ things, thing, back, ideas, subjects, locale }} group={actor.group} refused={refusal} />
}

const linksFacts = ({ actor, locale }: Here) => ({ title: texts[locale.lang].linkTitle, section: placeOf(actor) })

const checksFacts = ({ actor, locale }: Here) => ({ title: checkTexts[locale.lang].title, section: placeOf(actor) })

async function checksPage({ actor, ports, person, locale }: Here, refusal?: { thingId: string; input: Refused }) {
  const inside = insideOf(await groupsOf(ports.db, person.id))
  const waiting = await toCheck(ports.db, inside, { groupIds: [actor.group.id] })
  return (
    <ChecksPage {...{ waiting, locale }} group={actor.group} mayCheck={mayCheck(actor)} refused={refusal ?? null} />
  )
}

/** What the things of a group are about, and whether they still fit. */
export const trailGroupRoutes = inGroup
  .createApp()
  .get(links, async (c) => {
    const thing = await thingIn(c.var, c.req.param('things'), c.req.param('id'))
    authorize(mayLink(c.var.actor))
    return c.render(await linksPage(c.var, c.req.param('things') as Linked, thing), linksFacts(c.var))
  })
  .post(links, form(linksForm), async (c) => {
    const { person, ports, form: input } = c.var
    const thing = await thingIn(c.var, c.req.param('things'), c.req.param('id'))
    authorize(mayLink(c.var.actor))
    const things = c.req.param('things') as Linked
    if (!input.ok) return refuse(c, await linksPage(c.var, things, thing, input), linksFacts(c.var))
    const { ideaIds, topics = [] } = input.value
    await ports.db.transaction((tx) => linkThing(tx, thing, { ideaIds, topics }, person.id))
    return answer(c, await pathOf(c.var, thing))
  })
  .get('/checks', async (c) => {
    authorize(mayReadChecks(c.var.actor))
    return c.render(await checksPage(c.var), checksFacts(c.var))
  })
  .post('/checks', form(checkForm), async (c) => {
    const { actor, person, ports, form: input } = c.var
    authorize(mayCheck(actor))
    if (!input.ok) {
      const thingId = String(input.typed.thingId ?? '')
      return refuse(c, await checksPage(c.var, { thingId, input }), checksFacts(c.var))
    }
    const { thing: kind, thingId, causeIds, words } = input.value
    const thing = found(await findThing(ports.db, actor.group.id, kind, thingId))
    // Only what is asked for now: a cause that nobody knows would be noted for nothing.
    const [waiting] = await toCheck(ports.db, [], { thing })
    const asked = (waiting?.causes ?? []).map(({ id }) => id).filter((id) => causeIds.includes(id))
    const said = { causeIds: asked, words, personId: person.id }
    await check(ports.db, { thing: kind, thingId, groupId: thing.groupId }, said)
    return answer(c, paths.checks(actor.group))
  })
