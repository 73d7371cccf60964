import type { Context } from 'hono'
import { type RefusedSeat, SeatsPage } from '#views/decisions/seats-page.tsx'
import { texts } from '#views/decisions/seats-texts.ts'
import { change } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { roleHolders } from '../../groups/people.ts'
import { keeperOf } from '../../groups/policy.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { endHolder, endSeat, giveSeat, seatHolder } from './arranging.ts'
import { behindOf, endSeatForm, holderForm, proxyForm, seatForm } from './forms.ts'
import { candidates, eligible, individuals } from './people.ts'
import { mayArrangeSeats, mayEndProxy, mayGiveProxy, maySeeSeats } from './policy.ts'
import { endProxy, giveProxy, proxiesIn } from './proxies.ts'
import { type StandingEntry, standingSeatsOf } from './standing.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const facts = ({ actor, locale }: Here) => ({ title: texts[locale.lang].title, section: placeOf(actor) })

const withEligible = async ({ ports }: Here, seats: StandingEntry[], arranges: boolean) =>
  Promise.all(seats.map(async (seat) => ({ seat, eligible: arranges ? await eligible(ports.db, seat) : [] })))

async function seatsPage(here: Here, refusal?: RefusedSeat) {
  const { actor, ports, locale } = here
  const { group } = actor
  const { rules } = await currentRules(ports.db, group.id)
  const may = { arrange: mayArrangeSeats(actor), giveProxy: mayGiveProxy(actor, rules) }
  const seats = await standingSeatsOf(ports.db, group.id)
  return (
    <SeatsPage
      {...{ group, locale, rules, may, me: actor.person.id, refused: refusal }}
      seats={await withEligible(here, seats, may.arrange)}
      individuals={await individuals(ports.db, group.id)}
      proxies={await proxiesIn(ports.db, group.id)}
      candidates={may.arrange ? await candidates(ports.db, group.id) : { organisations: [], groups: [] }}
      keepers={await roleHolders(ports.db, group.id, [keeperOf(group.kind)])}
    />
  )
}

const refuseHere = async (c: Context, here: Here, refusal: RefusedSeat) =>
  refuse(c, await seatsPage(here, refusal), facts(here))

const seatIn = async ({ actor, ports }: Here, which: (seat: StandingEntry) => boolean): Promise<StandingEntry> =>
  found((await standingSeatsOf(ports.db, actor.group.id)).find(which))

/** The seats that a group gives, who sits on them, and who answers for whom. */
export const seatRoutes = inGroup
  .createApp()
  .get('/seats', async (c) => {
    authorize(maySeeSeats(c.var.actor))
    return c.render(await seatsPage(c.var), facts(c.var))
  })
  .post('/seats', form(seatForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(mayArrangeSeats(actor))
    const refuseSeat = (wrong: Refused) => refuseHere(c, c.var, { form: 'seat', input: wrong })
    if (!input.ok) return refuseSeat(input)
    const seat = { behind: behindOf(input.value), givenBy: input.value.givenBy }
    const problem = await change(ports, (tx, record) => giveSeat(tx, record, actor, seat))
    const field = problem === 'no_decision' ? 'givenBy' : 'who'
    return problem ? refuseSeat(refused(input.value, field, problem)) : answer(c, paths.seats(actor.group))
  })
  .post(`/seats/:id{${uuid}}/holders`, form(holderForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(mayArrangeSeats(actor))
    const seat = await seatIn(c.var, ({ id }) => id === c.req.param('id'))
    const refuseHolder = (wrong: Refused) => refuseHere(c, c.var, { form: 'holder', seatId: seat.id, input: wrong })
    if (!input.ok) return refuseHolder(input)
    const person = (await eligible(ports.db, seat)).find(({ id }) => id === input.value.personId)
    if (!person || seat.kind !== 'organisation') return refuseHolder(refused(input.value, 'personId', 'not_there'))
    const { rank } = input.value
    await change(ports, (tx, record) => seatHolder(tx, record, actor, seat, { person, rank }))
    return answer(c, paths.seats(actor.group))
  })
  .post(`/seats/:id{${uuid}}/end`, form(endSeatForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(mayArrangeSeats(actor))
    const seat = await seatIn(c.var, ({ id }) => id === c.req.param('id'))
    const refuseEnd = (wrong: Refused) => refuseHere(c, c.var, { form: 'end', seatId: seat.id, input: wrong })
    if (!input.ok) return refuseEnd(input)
    const end = { endedBy: input.value.endedBy, hasLeft: input.value.left === 'yes' }
    const problem = await change(ports, (tx, record) => endSeat(tx, record, actor, seat, end))
    return problem ? refuseEnd(refused(input.value, 'endedBy', problem)) : answer(c, paths.seats(actor.group))
  })
  .post(`/holders/:id{${uuid}}/end`, async (c) => {
    const { actor, ports } = c.var
    authorize(mayArrangeSeats(actor))
    const id = c.req.param('id')
    const seat = await seatIn(c.var, ({ holders }) => holders.some(({ holderId }) => holderId === id))
    const { name } = found(seat.holders.find(({ holderId }) => holderId === id))
    await change(ports, (tx, record) => endHolder(tx, record, actor, seat, { id, name }))
    return answer(c, paths.seats(actor.group))
  })
  .post('/proxies', form(proxyForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const { rules } = await currentRules(ports.db, actor.group.id)
    authorize(mayGiveProxy(actor, rules))
    const refuseProxy = (wrong: Refused) => refuseHere(c, c.var, { form: 'proxy', input: wrong })
    if (!input.ok) return refuseProxy(input)
    const proxy = { groupId: actor.group.id, principalId: actor.person.id, holderId: input.value.holderId }
    const problem = await change(ports, (tx, record) => giveProxy(tx, record, proxy, rules))
    return problem ? refuseProxy(refused(input.value, 'holderId', problem)) : answer(c, paths.seats(actor.group))
  })
  .post(`/proxies/:id{${uuid}}/end`, async (c) => {
    const { actor, ports } = c.var
    const proxy = found((await proxiesIn(ports.db, actor.group.id)).find(({ id }) => id === c.req.param('id')))
    authorize(mayEndProxy(actor, proxy))
    await change(ports, (tx, record) => endProxy(tx, record, actor.group.id, actor.person.id))
    return answer(c, paths.seats(actor.group))
  })
