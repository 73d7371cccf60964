import type { Context } from 'hono'
import { MeetingPage, type RefusedMeeting } from '#views/decisions/seat-meeting-page.tsx'
import { change } from '../../activity/model.ts'
import { placeOf } from '../../groups/actor.ts'
import { type GroupEnv, inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer, refuse } from '../../web/answer.ts'
import { form, type Refused, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { enterHands } from '../ballots/hands.ts'
import { isForAll, paperForm, paperOf, writtenOn } from '../ballots/paper-forms.ts'
import { enterPaper, enterRest } from '../ballots/papers.ts'
import type { Answer } from '../rounds/casting.ts'
import { findRound, type RoundEntry } from '../rounds/entries.ts'
import { optionsOf } from '../rounds/options.ts'
import { presentIn, takeAttendance } from './attendance.ts'
import { attendanceForm, handsForm, restForm } from './forms.ts'
import { handsIn, papersIn } from './minutes.ts'
import { mayEnterMeeting, mayEnterPaper, mayOpenMeeting, takesMinutes } from './policy.ts'
import { rollOf } from './roll.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

const oneRound = `/rounds/:id{${uuid}}` as const

const factsOf = ({ actor }: Here, { round }: RoundEntry) => ({ title: round.title, section: placeOf(actor) })

const roundIn = async ({ actor, ports }: Here, id: string): Promise<RoundEntry> =>
  found(await findRound(ports.db, actor.group.id, id))

async function meetingPage(here: Here, entry: RoundEntry, refusal?: RefusedMeeting) {
  const { actor, ports, locale } = here
  const { db } = ports
  const { id } = entry.round
  const may = { paper: mayEnterPaper(actor, entry), meeting: mayEnterMeeting(actor, entry) }
  return (
    <MeetingPage
      {...{ group: actor.group, locale, entry, may, refused: refusal }}
      roll={await rollOf(db, id)}
      present={await presentIn(db, id)}
      papers={await papersIn(db, id)}
      hands={await handsIn(db, id)}
      options={await optionsOf(db, id)}
    />
  )
}

const refuseHere = async (c: Context, here: Here, entry: RoundEntry, refusal: RefusedMeeting) =>
  refuse(c, await meetingPage(here, entry, refusal), factsOf(here, entry))

const isRefused = (said: Answer | Refused): said is Refused => 'ok' in said

/** What is taken down in a meeting: who is there, what was handed in on paper, how many hands were raised. */
export const meetingRoutes = inGroup
  .createApp()
  .get(`${oneRound}/meeting`, async (c) => {
    const { actor } = c.var
    authorize(takesMinutes(actor))
    const entry = await roundIn(c.var, c.req.param('id'))
    if (!mayOpenMeeting(actor, entry)) return answer(c, paths.round(actor.group, entry.round))
    return c.render(await meetingPage(c.var, entry), factsOf(c.var, entry))
  })
  .post(`${oneRound}/attendance`, form(attendanceForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(takesMinutes(actor))
    const entry = await roundIn(c.var, c.req.param('id'))
    if (!mayEnterMeeting(actor, entry)) return answer(c, paths.round(actor.group, entry.round))
    if (!input.ok) return refuseHere(c, c.var, entry, { form: 'attendance', input })
    const { seats } = input.value
    await change(ports, (tx, record) => takeAttendance(tx, record, entry.round, seats, actor.person.id))
    return answer(c, paths.roundMeeting(actor.group, entry.round))
  })
  .post(`${oneRound}/papers`, form(paperForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(takesMinutes(actor))
    const entry = await roundIn(c.var, c.req.param('id'))
    const refusePaper = (wrong: Refused) => refuseHere(c, c.var, entry, { form: 'paper', input: wrong })
    if (!input.ok) return refusePaper(input)
    if (!mayEnterPaper(actor, entry)) return refusePaper(refused(input.value, 'paper', whyNoPaper(entry)))
    const said = writtenOn(entry.round, await optionsOf(ports.db, entry.round.id), input.value)
    if (isRefused(said)) return refusePaper(said)
    const paper = { ...paperOf(input.value), answer: said, enteredById: actor.person.id }
    const problem = await change(ports, (tx, record) => enterPaper(tx, record, entry.round, paper))
    if (problem) return refusePaper(refused(input.value, 'paper', problem))
    return answer(c, paths.roundMeeting(actor.group, entry.round))
  })
  .post(`${oneRound}/papers/rest`, form(restForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(takesMinutes(actor))
    const entry = await roundIn(c.var, c.req.param('id'))
    if (!mayEnterMeeting(actor, entry)) return answer(c, paths.round(actor.group, entry.round))
    const refuseRest = (wrong: Refused) => refuseHere(c, c.var, entry, { form: 'rest', input: wrong })
    if (!input.ok) return refuseRest(input)
    const { choice } = input.value
    if (!isForAll(entry.round, choice)) return refuseRest(refused(input.value, 'choice', 'missing'))
    const done = await change(ports, (tx, record) => enterRest(tx, record, entry.round, choice, actor.person.id))
    if (typeof done === 'string') return refuseRest(refused(input.value, 'choice', done))
    return answer(c, paths.roundMeeting(actor.group, entry.round))
  })
  .post(`${oneRound}/hands`, form(handsForm), async (c) => {
    const { actor, ports, form: input } = c.var
    authorize(takesMinutes(actor))
    const entry = await roundIn(c.var, c.req.param('id'))
    const { round } = entry
    const refuseHands = (wrong: Refused) => refuseHere(c, c.var, entry, { form: 'hands', input: wrong })
    if (!mayEnterMeeting(actor, entry) || round.method !== 'majority') return answer(c, paths.round(actor.group, round))
    if (!input.ok) return refuseHands(input)
    const problem = await change(ports, (tx, record) => enterHands(tx, record, round, input.value, actor.person.id))
    return problem
      ? refuseHands(refused(input.value, 'present', problem))
      : answer(c, paths.roundMeeting(actor.group, round))
  })

const whyNoPaper = ({ count, round: { channel } }: RoundEntry) =>
  count ? 'counted' : channel === 'meeting' ? 'over' : channel
