import { change } from '../../activity/model.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { officersOf } from '../officers.ts'
import type { Round } from '../rounds/schema.ts'
import { refuseOn, roundIn } from '../rounds/showing.tsx'
import { confirmationForm, recusalForm } from './forms.ts'
import { placesOf } from './places.ts'
import { mayConfirmRecusal, maySpeakOfConflict, mayWithdrawRecusal } from './policy.ts'
import { confirmRecusal, recusalsProposed, recuse, withdrawRecusal } from './recusing.ts'

const oneRound = `/rounds/:id{${uuid}}` as const

const proposalFor = async ({ ports }: Pick<GroupEnv['Variables'], 'ports'>, { id }: Round, seatId: string) =>
  (await recusalsProposed(ports.db, id)).find((one) => one.seatId === seatId)

/** Conflicts of interest: whoever is too late is told what is true by then. */
export const recusalRoutes = inGroup
  .createApp()
  .post(`${oneRound}/recusals`, form(recusalForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await roundIn(c.var, c.req.param('id'))
    const { round } = entry
    const places = await placesOf(ports.db, round.id, actor.person.id)
    const seatId = input.ok ? input.value.seat : (places[0]?.seat.id ?? '')
    authorize(maySpeakOfConflict(actor, places, seatId))
    if (!input.ok) return refuseOn(c, c.var, entry, input)
    const recusal = { seatId, category: input.value.category, declaredById: actor.person.id }
    const problem = await change(ports, (tx, record) => recuse(tx, record, round, recusal))
    if (problem) return refuseOn(c, c.var, await roundIn(c.var, round.id), refused(input.value, 'category', problem))
    return answer(c, paths.round(actor.group, round))
  })
  .post(`${oneRound}/recusals/confirmation`, form(confirmationForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await roundIn(c.var, c.req.param('id'))
    const { round } = entry
    const seatId = input.ok ? input.value.seat : ''
    const proposal = await proposalFor(c.var, round, seatId)
    const places = await placesOf(ports.db, round.id, actor.person.id)
    const open = { ...entry, count: null, isOver: false }
    const about = { seatId, proposedById: proposal?.proposedById ?? '' }
    authorize(mayConfirmRecusal(actor, open, about, places, await officersOf(ports.db, actor.group.id)))
    if (!input.ok) return refuseOn(c, c.var, entry, refused({}, 'category', 'not_there'))
    const problem = await change(ports, (tx, record) => confirmRecusal(tx, record, round, seatId, actor.person.id))
    if (problem) return refuseOn(c, c.var, await roundIn(c.var, round.id), refused({}, 'category', problem))
    return answer(c, paths.round(actor.group, round))
  })
  .post(`${oneRound}/recusals/withdrawal`, form(confirmationForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const { round } = await roundIn(c.var, c.req.param('id'))
    const seatId = input.ok ? input.value.seat : ''
    const proposal = await proposalFor(c.var, round, seatId)
    authorize(mayWithdrawRecusal(actor, { count: null }, { proposedById: proposal?.proposedById ?? '' }))
    const problem = await change(ports, (tx, record) => withdrawRecusal(tx, record, round, seatId, actor.person.id))
    if (problem) return refuseOn(c, c.var, await roundIn(c.var, round.id), refused({}, 'category', problem))
    return answer(c, paths.round(actor.group, round))
  })
