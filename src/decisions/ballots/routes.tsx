import { RollPage } from '#views/decisions/roll-page.tsx'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { mayAnswer } from '../policy.ts'
import { cast } from '../rounds/casting.ts'
import { optionsOf } from '../rounds/options.ts'
import { factsOf, refuseOn, roundIn } from '../rounds/showing.tsx'
import { placesOf } from '../seats/places.ts'
import { rollOf } from '../seats/roll.ts'
import { tellTheOthers } from '../seats/telling.ts'
import { answerIn, ballotForm, notTaken, retractionForm } from './forms.ts'

const oneRound = `/rounds/:id{${uuid}}` as const

/** Giving an answer, taking it back, and who is entitled: whoever is too late is told what is true by then. */
export const ballotRoutes = inGroup
  .createApp()
  .get(`${oneRound}/roll`, async (c) => {
    const { actor, ports, locale } = c.var
    const entry = await roundIn(c.var, c.req.param('id'))
    const roll = await rollOf(ports.db, entry.round.id)
    return c.render(<RollPage {...{ group: actor.group, entry, roll, locale }} />, factsOf(c.var, entry))
  })
  .post(`${oneRound}/ballot`, form(ballotForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await roundIn(c.var, c.req.param('id'))
    const { round } = entry
    authorize(mayAnswer(actor, await placesOf(ports.db, round.id, actor.person.id)))
    if (!input.ok) return refuseOn(c, c.var, entry, input)
    const given = answerIn(round, await optionsOf(ports.db, round.id), input.value)
    if ('ok' in given) return refuseOn(c, c.var, entry, given)
    const taken = await change(ports, (tx, record) => cast(tx, record, round, actor.person.id, given, input.value.seat))
    authorize(taken !== 'no_seat')
    if (taken === 'counted' || taken === 'ahead' || taken === 'hands') {
      return refuseOn(c, c.var, await roundIn(c.var, round.id), notTaken(input.value, taken))
    }
    await tellTheOthers(ports, round, actor.person.id)
    return answer(c, paths.round(actor.group, round))
  })
  .post(`${oneRound}/ballot/retraction`, form(retractionForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const entry = await roundIn(c.var, c.req.param('id'))
    const { round } = entry
    authorize(mayAnswer(actor, await placesOf(ports.db, round.id, actor.person.id)))
    if (!input.ok) return refuseOn(c, c.var, entry, input)
    const taken = await change(ports, (tx, record) =>
      cast(tx, record, round, actor.person.id, { choice: null, reason: '' }, input.value.seat),
    )
    authorize(taken !== 'no_seat')
    if (taken !== 'cast') {
      const problem = taken === 'late' ? 'too_late_to_retract' : taken
      return refuseOn(c, c.var, await roundIn(c.var, round.id), notTaken({ seat: input.value.seat }, problem))
    }
    await tellTheOthers(ports, round, actor.person.id)
    return answer(c, paths.round(actor.group, round))
  })
