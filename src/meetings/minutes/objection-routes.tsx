import { texts } from '#views/meetings/minutes-texts.ts'
import { itemLabel } from '#views/meetings/minutes-words.ts'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { answer } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize, found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { findItem } from '../agenda/entries.ts'
import { type MeetingHere, meetingHere, oneMeeting } from '../here.ts'
import type { MeetingEntry } from '../model.ts'
import { answerForm, objectionForm, rulingForm } from './forms.ts'
import { minutesFacts } from './model.ts'
import { answerObjection, handOn, object, rule } from './objecting.ts'
import { findObjection, type MinutesObjectionEntry } from './objections.ts'
import { laterInSession } from './page-facts.ts'
import { mayAnswerObjection, mayEnterRuling, mayHandOn, mayObject } from './policy.ts'
import { refuseOn } from './showing.tsx'
import { isUpheld } from './state.ts'
import { putRight } from './writing.ts'

const oneObjection = `${oneMeeting}/minutes/objections/:objection{${uuid}}` as const

async function objectionHere(here: MeetingHere, id: string, objectionId: string) {
  const meeting = await meetingHere(here, id)
  return { meeting, objection: found(await findObjection(here.ports.db, meeting.id, objectionId)) }
}

const wishTitle = ({ locale }: MeetingHere, { cited }: MeetingEntry, { number, raisedBy }: MinutesObjectionEntry) =>
  texts[locale.lang].wish({ label: itemLabel(locale, cited, number ?? 0), name: raisedBy })

/** What is to stand there now stands there, where the words can be found; otherwise somebody writes it. */
async function correct({ actor, ports }: MeetingHere, meeting: MeetingEntry, objection: MinutesObjectionEntry) {
  if (isUpheld(objection.state) && objection.number !== null)
    await putRight(ports, actor, meeting, { ...objection, number: objection.number })
}

/** Minutes are contested item by item; what is objected stays attached, whatever becomes of it (`DOMAIN.md 3.7`). */
export const objectionRoutes = inGroup
  .createApp()
  .post(`${oneMeeting}/minutes/objections`, form(objectionForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const meeting = await meetingHere(c.var, c.req.param('id'))
    authorize(mayObject(actor, await minutesFacts(ports.db, meeting.id)))
    const at = input.ok ? input.value.itemId : String(input.typed.itemId ?? '')
    if (!input.ok) return refuseOn(c, c.var, meeting, { form: 'objection', at, input })
    found(await findItem(ports.db, meeting, input.value.itemId))
    const raised = await change(ports, (tx, record) => object(tx, record, actor, meeting, input.value))
    if (raised === 'too_late')
      return refuseOn(c, c.var, meeting, { form: 'objection', at, input: refused(input.value, 'present', raised) })
    return answer(c, paths.minutes(actor.group, meeting))
  })
  .post(`${oneObjection}/answer`, form(answerForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const { meeting, objection } = await objectionHere(c.var, c.req.param('id'), c.req.param('objection'))
    authorize(mayAnswerObjection(actor, await minutesFacts(ports.db, meeting.id), objection))
    if (!input.ok) return refuseOn(c, c.var, meeting, { form: 'answer', at: objection.id, input })
    const { says, words = '' } = input.value
    const said = { accepts: says === 'accept', words, title: wishTitle(c.var, meeting, objection) }
    const now = await change(ports, (tx, record) => answerObjection(tx, record, actor, meeting, objection, said))
    await correct(c.var, meeting, now)
    return answer(c, paths.minutes(actor.group, meeting))
  })
  .post(`${oneObjection}/handing`, async (c) => {
    const { actor, ports } = c.var
    const { meeting, objection } = await objectionHere(c.var, c.req.param('id'), c.req.param('objection'))
    authorize(mayHandOn(actor, meeting, objection))
    const title = wishTitle(c.var, meeting, objection)
    await change(ports, (tx, record) => handOn(tx, record, actor, meeting, objection, title))
    return answer(c, paths.minutes(actor.group, meeting))
  })
  .post(`${oneObjection}/ruling`, form(rulingForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const { meeting, objection } = await objectionHere(c.var, c.req.param('id'), c.req.param('objection'))
    const inSession = await laterInSession(ports.db, meeting)
    authorize(inSession !== null && mayEnterRuling(actor, inSession))
    if (!input.ok) return refuseOn(c, c.var, meeting, { form: 'ruling', at: objection.id, input })
    const { says, words = '' } = input.value
    const ruling = { accepts: says === 'accept', words, inMeetingId: inSession.id }
    const now = await change(ports, (tx, record) => rule(tx, record, actor, meeting, objection, ruling))
    await correct(c.var, meeting, now)
    return answer(c, paths.minutes(actor.group, meeting))
  })
