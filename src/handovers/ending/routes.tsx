import type { Context } from 'hono'
import { EndPage, type RefusedEnd } from '#views/handovers/end-page.tsx'
import { texts } from '#views/handovers/end-texts.ts'
import { change } from '../../activity/model.ts'
import { type DecisionEntry, decisionByCitation } from '../../decisions/register/log.ts'
import { holds } from '../../decisions/register/standing.ts'
import type { Actor } from '../../groups/actor.ts'
import { findActor, groupsOf } from '../../groups/membership.ts'
import { peopleIn } from '../../groups/people.ts'
import { mayReadRegister } from '../../groups/policy.ts'
import { allGroups, circleActor } from '../../groups/register.ts'
import type { Group } from '../../groups/schema.ts'
import { type SignedInEnv, signedIn } from '../../identity/signed-in.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { type Both, mayEndGroup, mayPrepareEnd, mayReadOpen, mayReadTitles } from '../policy.ts'
import { type Dissolving, dissolve, NoHeir, StillOpen } from './dissolving.ts'
import { destinationsForm, dissolutionForm, fieldsOf, heirForm, restForm, typedWords } from './forms.ts'
import { unapprovedMinutes } from './gatherings.ts'
import { type OpenItem, openIn } from './open.ts'
import { chooseHeir, listOf, needsReason, type Plan, place, placedFrom, planFor, possibleHeirs } from './planning.ts'
import { rest, restOf, wake } from './resting.ts'

type Here = Pick<SignedInEnv['Variables'], 'person' | 'ports' | 'locale'>

const one = '/dissolutions/:group{[a-z][a-z0-9-]{0,30}}' as const

/** A working group, and its visitor as seen there and in the circle. */
interface Place extends Both {
  group: Group
  plan: Plan | null
  actor: Actor
}

async function placeOf({ ports, person }: Here, slug: string): Promise<Place> {
  const all = await allGroups(ports.db)
  const group = found(all.find((entry) => entry.group.slug === slug && entry.group.kind === 'working_group')?.group)
  const both = { inCircle: await circleActor(ports.db, person), inGroup: await findActor(ports.db, person, slug) }
  const actor: Actor = { person, group, standing: 'member', votes: false, roles: [] }
  return { ...both, group, actor, plan: await planFor(ports.db, group.id) }
}

/** While it is being prepared for those who do that; once it is done for the alliance. To others it is not there. */
async function readable(here: Here, slug: string): Promise<Place> {
  const there = await placeOf(here, slug)
  const isDone = Boolean(there.plan?.done)
  const may = mayPrepareEnd(there) || (isDone && mayReadRegister(await groupsOf(here.ports.db, here.person.id)))
  return found(may ? there : null)
}

/** For those who carry it out, while it is not done. */
async function prepared(here: Here, slug: string, may: (both: Both) => boolean): Promise<Place> {
  const there = await readable(here, slug)
  authorize(may(there) && there.group.state !== 'dissolved')
  return there
}

/** Only a decision that the circle has taken for it, and that holds. */
async function decidedBy({ ports }: Here, { inCircle }: Place, cited: string): Promise<DecisionEntry | null> {
  const decision = await decisionByCitation(ports.db, cited)
  return decision && decision.groupId === inCircle?.group.id && holds(decision) ? decision : null
}

/** By which decision somebody who does not belong there reads what is open, as they have named it. */
async function namedIn(here: Here, there: Place, named: unknown[]): Promise<string> {
  for (const cited of named) {
    const decision = typeof cited === 'string' ? await decidedBy(here, there, cited) : null
    if (decision) return decision.cited
  }
  return ''
}

interface Asked {
  named: unknown[]
  refusal?: RefusedEnd
}

async function endPage(here: Here, there: Place, { named, refusal }: Asked) {
  const { ports, person, locale } = here
  const { group, plan } = there
  const inHeir = plan && (await findActor(ports.db, person, plan.heir.slug))
  const isDone = Boolean(plan?.done)
  const by = await namedIn(here, there, named)
  const readOpen = !isDone && mayReadOpen(there, by !== '')
  return (
    <EndPage
      locale={locale}
      group={group}
      plan={plan}
      heirs={isDone ? [] : await possibleHeirs(ports.db, group.id)}
      open={readOpen ? await openIn(ports.db, group.id) : []}
      minutes={await unapprovedMinutes(ports.db, group.id)}
      by={by}
      list={plan && isDone ? await listOf(ports.db, plan.id) : []}
      rest={await restOf(ports.db, group.id)}
      may={{ end: mayEndGroup(there), readOpen, readTitles: mayReadTitles(there, inHeir) }}
      refused={refusal ?? null}
    />
  )
}

const facts = ({ locale }: Here) => ({ title: texts[locale.lang].title, section: 'groups' as const })

const refuseHere = async (c: Context, here: Here, there: Place, refusal: RefusedEnd) => {
  const { by, decision } = refusal.input.typed
  return refuse(c, await endPage(here, there, { named: [by, decision], refusal }), facts(here))
}

/** The page again, on which the number stays named. */
const backTo = ({ group }: Place, by: string) =>
  by ? `${paths.groupEnd(group)}?${new URLSearchParams({ by })}` : paths.groupEnd(group)

/** Which fields say something that cannot be: letting go without a reason. */
const problemsIn = (open: OpenItem[], typed: Record<string, unknown>) =>
  open
    .map(fieldsOf)
    .filter(({ to, why }) => needsReason(typedWords(typed, to)) && typedWords(typed, why) === '')
    .map(({ why }): [string, string[]] => [why, ['missing']])

const placedIn = (open: OpenItem[], typed: Record<string, unknown>) =>
  open.flatMap((item) => {
    const { to, why } = fieldsOf(item)
    return placedFrom(item, typedWords(typed, to), typedWords(typed, why)) ?? []
  })

const caught = (error: unknown): StillOpen | NoHeir => {
  if (error instanceof StillOpen || error instanceof NoHeir) return error
  throw error
}

/** What is being typed is in the copies that the heir gets. */
async function settleTexts({ ports }: Here, groupId: string): Promise<void> {
  const open = await openIn(ports.db, groupId)
  for (const { kind, subjectId } of open) if (kind === 'document') await ports.rooms.settle(subjectId)
}

/** What is open in front of everybody who belonged there is judged anew: it can be read at most and not written any more. */
async function judgeAnew({ ports }: Here, { group, inCircle }: Place): Promise<void> {
  const groupIds = [group.id, ...(inCircle ? [inCircle.group.id] : [])]
  for (const { person } of await peopleIn(ports.db, group.id))
    for (const groupId of groupIds) await ports.bus.revoke({ personId: person.id, groupId, final: false })
}

/** How a group rests, wakes and ends. */
export const endingRoutes = ({ consequences }: Pick<Dissolving, 'consequences'>) =>
  signedIn
    .createApp()
    .get(one, async (c) => {
      const there = await readable(c.var, c.req.param('group'))
      return c.render(await endPage(c.var, there, { named: [c.req.query('by')] }), facts(c.var))
    })
    .post(`${one}/heir`, form(heirForm), async (c) => {
      const { ports, form: input } = c.var
      const there = await prepared(c.var, c.req.param('group'), mayPrepareEnd)
      if (!input.ok) return refuseHere(c, c.var, there, { form: 'heir', input })
      const { heir, by = '' } = input.value
      const wrong = (field: string, code: string) =>
        refuseHere(c, c.var, there, { form: 'heir', input: refused(input.value, field, code) })
      const named = await namedIn(c.var, there, [by])
      if (!mayReadOpen(there, named !== '')) return wrong('by', by ? 'not_decided' : 'missing')
      const isChosen = await change(ports, (tx, record) => chooseHeir(tx, record, there.actor, heir))
      return isChosen ? answer(c, backTo(there, named)) : wrong('heir', 'missing')
    })
    .post(`${one}/destinations`, form(destinationsForm), async (c) => {
      const { ports, person, form: input } = c.var
      const there = await prepared(c.var, c.req.param('group'), mayPrepareEnd)
      const plan = found(there.plan)
      const typed = input.ok ? input.value : input.typed
      const named = await namedIn(c.var, there, [typed.by])
      authorize(mayReadOpen(there, named !== ''))
      const open = await openIn(ports.db, there.group.id)
      const problems = Object.fromEntries(problemsIn(open, typed))
      if (Object.keys(problems).length > 0)
        return refuseHere(c, c.var, there, { form: 'destinations', input: { ok: false, problems, typed } })
      await ports.db.transaction((tx) => place(tx, plan, placedIn(open, typed), person.id))
      return answer(c, backTo(there, named))
    })
    .post(`${one}/completion`, form(dissolutionForm), async (c) => {
      const { ports, locale, form: input } = c.var
      const there = await prepared(c.var, c.req.param('group'), mayEndGroup)
      const plan = found(there.plan)
      if (!input.ok) return refuseHere(c, c.var, there, { form: 'completion', input })
      const decision = await decidedBy(c.var, there, input.value.decision)
      const wrong = (code: string) => ({ form: 'completion' as const, input: refused(input.value, 'decision', code) })
      if (!decision) return refuseHere(c, c.var, there, wrong('not_decided'))
      await settleTexts(c.var, there.group.id)
      const goesTo = texts[locale.lang].goesTo({ group: plan.heir.name })
      const dissolving = { plan, actor: there.actor, decision, goesTo, consequences }
      const hindered = await change(ports, (tx, record) => dissolve(tx, record, dissolving)).catch(caught)
      // Whoever was to take over rests or has ended meanwhile, too.
      if (hindered instanceof NoHeir) {
        const chosen = { ...input.value, heir: '' }
        return refuseHere(c, c.var, there, { form: 'heir', input: refused(chosen, 'heir', 'missing') })
      }
      if (hindered) return refuseHere(c, c.var, there, wrong('still_open'))
      await judgeAnew(c.var, there)
      return answer(c, paths.groupEnd(there.group))
    })
    .post(`${one}/rest`, form(restForm), async (c) => {
      const { ports, form: input } = c.var
      const there = await prepared(c.var, c.req.param('group'), mayEndGroup)
      if (!input.ok) return refuseHere(c, c.var, there, { form: 'rest', input })
      const hindered = await change(ports, (tx, record) => rest(tx, record, there.actor, input.value.reason))
      if (hindered)
        return refuseHere(c, c.var, there, { form: 'rest', input: refused(input.value, 'reason', hindered) })
      return answer(c, paths.groupEnd(there.group))
    })
    .post(`${one}/waking`, async (c) => {
      const there = await prepared(c.var, c.req.param('group'), mayEndGroup)
      await change(c.var.ports, (tx, record) => wake(tx, record, there.actor))
      return answer(c, paths.groupEnd(there.group))
    })
