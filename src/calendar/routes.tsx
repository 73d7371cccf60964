import { type Context, Hono } from 'hono'
import { DeadlinePage } from '#views/calendar/deadline-page.tsx'
import { AllDeadlinesPage, DeadlinesPage } from '#views/calendar/deadlines-page.tsx'
import { texts } from '#views/calendar/texts.ts'
import { change } from '../activity/model.ts'
import { placeOf } from '../groups/actor.ts'
import type { Belonging } from '../groups/belonging.ts'
import type { GroupEnv } from '../groups/in-group.ts'
import type { SignedInEnv } from '../identity/signed-in.ts'
import { paths } from '../paths.ts'
import { answer, refuse } from '../web/answer.ts'
import { dayOf } from '../web/days.ts'
import { type Accepted, form, type Refused } from '../web/form.ts'
import { authorize, found } from '../web/gate.ts'
import { uuid } from '../web/ids.ts'
import { pageIn, sliceOf, spanOf } from '../web/slices.ts'
import { deadlineChoices, judgedDraft } from './choices.ts'
import { type DeadlineEntry, deadlinesOn, findDeadline } from './deadlines.ts'
import { type DeadlineInput, deadlineForm, settlementForm } from './forms.ts'
import { addDeadline, changeDeadline, settleDeadline } from './keeping.ts'
import { mayKeepDeadlines, mayReadAllDeadlines, mayReadDeadlines } from './policy.ts'
import { shownDeadline } from './showing.ts'

type Env = { Variables: Pick<Belonging, 'mine'> }
type Here = Pick<GroupEnv['Variables'] & Env['Variables'], 'actor' | 'ports' | 'locale' | 'mine'>
type Asked = Record<string, string | undefined>

const oneDeadline = `/deadlines/:id{${uuid}}`

const facts = ({ actor, locale }: Pick<Here, 'actor' | 'locale'>, title?: string) => ({
  title: title ?? texts[locale.lang].title,
  section: placeOf(actor),
})

async function listed(
  { ports, locale, mine }: Pick<Here, 'ports' | 'locale' | 'mine'>,
  asked: Asked,
  groupId?: string,
) {
  const [page, settled] = [pageIn(asked.page), asked.state === 'settled']
  const entries = await deadlinesOn(ports.db, { groupId, settled, ...spanOf(page) })
  return { settled, ...sliceOf(entries.map(shownDeadline(mine, dayOf(locale.now))), page) }
}

async function listPage(here: Here, asked: Asked, refusal?: Refused) {
  const { actor, ports, locale } = here
  const { group } = actor
  return (
    <DeadlinesPage
      group={group}
      list={await listed(here, asked, group.kind === 'circle' ? undefined : group.id)}
      choices={mayKeepDeadlines(actor) ? await deadlineChoices(ports.db, actor) : null}
      today={dayOf(locale.now)}
      refused={refusal}
      locale={locale}
    />
  )
}

type RefusedHere = { form: 'change' | 'settle'; input: Refused }

async function onePage({ actor, ports, locale, mine }: Here, entry: DeadlineEntry, refusal?: RefusedHere) {
  return (
    <DeadlinePage
      group={actor.group}
      deadline={shownDeadline(mine, dayOf(locale.now))(entry)}
      choices={mayKeepDeadlines(actor) && !entry.settledAt ? await deadlineChoices(ports.db, actor) : null}
      refused={refusal}
      locale={locale}
    />
  )
}

const deadlineIn = async ({ actor, ports }: Here, id: string): Promise<DeadlineEntry> =>
  found(await findDeadline(ports.db, actor.group, id))

const by = ({ actor }: Here) => ({ actorId: actor.person.id, actingIn: actor.group.id })

const judged = async (
  { actor, ports, locale }: Here,
  input: Accepted<DeadlineInput> | Refused,
  before: DeadlineEntry | null,
) => (input.ok ? judgedDraft(ports.db, actor, input.value, { today: dayOf(locale.now), before }) : input)

const refuseOn = async (c: Context, here: Here, entry: DeadlineEntry, refusal: RefusedHere) =>
  refuse(c, await onePage(here, entry, refusal), facts(here, entry.title))

/** Days that somebody outside has set: a group sees its own, the circle all of them (`DOMAIN.md 5.1`). */
export const deadlineRoutes = new Hono<GroupEnv & Env>()
  .get('/deadlines', async (c) => {
    authorize(mayReadDeadlines(c.var.actor))
    return c.render(await listPage(c.var, c.req.query()), facts(c.var))
  })
  .post('/deadlines', form(deadlineForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(mayKeepDeadlines(actor))
    const judgement = await judged(c.var, input, null)
    if (!judgement.ok) return refuse(c, await listPage(c.var, {}, judgement), facts(c.var))
    await change(ports, (tx, record) => addDeadline(tx, record, judgement.draft, by(c.var)))
    return answer(c, paths.deadlines(actor.group))
  })
  .get(oneDeadline, async (c) => {
    authorize(mayReadDeadlines(c.var.actor))
    const entry = await deadlineIn(c.var, c.req.param('id'))
    return c.render(await onePage(c.var, entry), facts(c.var, entry.title))
  })
  .post(oneDeadline, form(deadlineForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(mayReadDeadlines(actor))
    const entry = await deadlineIn(c.var, c.req.param('id'))
    authorize(mayKeepDeadlines(actor))
    const judgement = await judged(c.var, input, entry)
    if (!judgement.ok) return refuseOn(c, c.var, entry, { form: 'change', input: judgement })
    await change(ports, (tx, record) => changeDeadline(tx, record, entry, judgement.draft, by(c.var)))
    return answer(c, paths.deadline(actor.group, entry))
  })
  .post(`${oneDeadline}/settlement`, form(settlementForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(mayReadDeadlines(actor))
    const entry = await deadlineIn(c.var, c.req.param('id'))
    authorize(mayKeepDeadlines(actor))
    if (!input.ok) return refuseOn(c, c.var, entry, { form: 'settle', input })
    await change(ports, (tx, record) => settleDeadline(tx, record, entry, input.value.outcome, by(c.var)))
    return answer(c, paths.deadline(actor.group, entry))
  })

/** The same for everybody in the alliance: what comes when, and who sees to it. */
export const allDeadlineRoutes = new Hono<SignedInEnv & Env>().get('/deadlines', async (c) => {
  const { mine, locale } = c.var
  authorize(mayReadAllDeadlines(mine))
  const list = await listed(c.var, c.req.query())
  return c.render(<AllDeadlinesPage list={list} locale={locale} />, {
    title: texts[locale.lang].title,
    section: 'circle',
  })
})
