import { minutesWords } from '#views/meetings/minutes-words.ts'
import { texts as meetingTexts } from '#views/meetings/texts.ts'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { paths } from '../../paths.ts'
import { membersAmong } from '../../tasks/adding.ts'
import { answer } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { authorize } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { askAboutConflicts, declareConflict, withdrawConflict } from '../attendance/conflicts.ts'
import { closeDecided, closeItem, keepQuorum, takeUpItem, unclosedIn } from '../attendance/items.ts'
import { isGoingOn, mayDeclareConflict, mayRunMeeting } from '../attendance/policy.ts'
import { arrive, everybodyLeaves, leave, welcome } from '../attendance/presence.ts'
import { quietly } from '../attendance/quietly.ts'
import { itemHere, meetingHere, oneItem, oneMeeting } from '../here.ts'
import { beginMinutes } from '../minutes/beginning.ts'
import { bringUpToDate } from '../minutes/writing.ts'
import { endMeeting, openMeeting } from '../planning/ending.ts'
import { holdMeeting } from '../planning/holding.ts'
import { isOver } from '../standing.ts'
import { correctingRoutes } from './correcting-routes.tsx'
import { arrivalForm, conflictForm } from './forms.ts'
import { facts, page, refuseOn, runningHere } from './showing.tsx'

/** The meeting itself: who is there, which item it is now, who is in conflict, and whether the group can decide. */
export const sessionRoutes = inGroup
  .createApp()
  .get(`${oneMeeting}/session`, async (c) => {
    const meeting = await meetingHere(c.var, c.req.param('id'))
    return c.render(await page(c.var, meeting), facts(c.var, meeting))
  })
  .post(`${oneMeeting}/opening`, async (c) => {
    const { actor, ports, locale } = c.var
    const meeting = await runningHere(c.var, c.req.param('id'))
    await change(ports, async (tx, record) => {
      if (await openMeeting(tx, record, actor, meeting))
        await beginMinutes(tx, record, actor, meeting, minutesWords(locale))
    })
    return answer(c, paths.session(actor.group, meeting))
  })
  .post(`${oneMeeting}/ending`, async (c) => {
    const { actor, ports, locale } = c.var
    const meeting = await runningHere(c.var, c.req.param('id'))
    if (isGoingOn(meeting)) await bringUpToDate(ports, actor, meeting, minutesWords(locale))
    const isEnded = await change(ports, async (tx, record) => {
      const held = await holdMeeting(tx, meeting)
      if (isOver(held) || !held.openedAt) return isOver(held)
      await closeDecided(tx, record, actor, meeting)
      for (const itemId of await unclosedIn(tx, meeting.id)) await keepQuorum(tx, meeting, itemId)
      const reason = meetingTexts[locale.lang].carriedReason({ number: meeting.cited })
      await everybodyLeaves(tx, meeting.id)
      return endMeeting(tx, record, actor, meeting, reason)
    })
    if (!isEnded) return refuseOn(c, c.var, meeting, { at: 'ending', input: refused({}, 'ending', 'not_opened') })
    return answer(c, paths.minutes(actor.group, meeting))
  })
  .post(`${oneMeeting}/attendances`, form(arrivalForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const meeting = await runningHere(c.var, c.req.param('id'))
    if (!input.ok) return refuseOn(c, c.var, meeting, { at: 'attendance', input })
    const { personIds, name } = input.value
    if (personIds.length === 0 && !name)
      return refuseOn(c, c.var, meeting, { at: 'attendance', input: refused(input.value, 'name', 'missing') })
    const at = { meetingId: meeting.id, notedById: actor.person.id }
    await quietly(ports, meeting, async (tx) => {
      await arrive(tx, at, await membersAmong(tx, meeting.groupId, personIds))
      if (name) await welcome(tx, at, name)
    })
    return answer(c, paths.session(actor.group, meeting))
  })
  .post(`${oneMeeting}/attendances/:attendance{${uuid}}/departure`, async (c) => {
    const { actor, ports } = c.var
    const meeting = await runningHere(c.var, c.req.param('id'))
    await quietly(ports, meeting, (tx) => leave(tx, meeting.id, c.req.param('attendance')))
    return answer(c, paths.session(actor.group, meeting))
  })
  .post(`${oneItem}/start`, async (c) => {
    const { actor, ports, locale } = c.var
    const { meeting, item } = await itemHere(c.var, c.req.param('id'), c.req.param('item'))
    authorize(mayRunMeeting(actor, meeting))
    if (isGoingOn(meeting) && item.ending === null) {
      await quietly(ports, meeting, (tx) => takeUpItem(tx, meeting, item.id))
      await bringUpToDate(ports, actor, meeting, minutesWords(locale))
    }
    return answer(c, paths.sessionItem(actor.group, meeting, item))
  })
  .post(`${oneItem}/end`, async (c) => {
    const { actor, ports } = c.var
    const { meeting, item } = await itemHere(c.var, c.req.param('id'), c.req.param('item'))
    authorize(mayRunMeeting(actor, meeting))
    const closed = await change(ports, (tx, record) => closeItem(tx, record, actor, meeting, item))
    if (closed === 'not_asked')
      return refuseOn(c, c.var, meeting, { at: item.id, input: refused({}, 'question', closed) })
    await ports.bus.publish([{ id: null, groupId: meeting.groupId, name: `meeting-${meeting.id}` }])
    return answer(c, paths.sessionItem(actor.group, meeting, item))
  })
  .post(`${oneItem}/question`, async (c) => {
    const { actor, ports } = c.var
    const { meeting, item } = await itemHere(c.var, c.req.param('id'), c.req.param('item'))
    authorize(mayRunMeeting(actor, meeting))
    await quietly(ports, meeting, (tx) => askAboutConflicts(tx, item.id, actor.person.id))
    return answer(c, paths.sessionItem(actor.group, meeting, item))
  })
  .post(`${oneItem}/conflicts`, form(conflictForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const { meeting, item } = await itemHere(c.var, c.req.param('id'), c.req.param('item'))
    authorize(mayDeclareConflict(actor, meeting, input.ok ? input.value.personId : actor.person.id))
    if (!input.ok) return refuseOn(c, c.var, meeting, { at: item.id, input })
    const { rules } = await currentRules(ports.db, meeting.groupId)
    const [personId] = await membersAmong(ports.db, meeting.groupId, [input.value.personId])
    const problem = !personId ? 'personId' : rules.conflictCategories.includes(input.value.category) ? null : 'category'
    if (problem || !personId)
      return refuseOn(c, c.var, meeting, {
        at: item.id,
        input: refused(input.value, problem ?? 'personId', 'missing'),
      })
    const { category } = input.value
    const declared = { itemId: item.id, personId, category, notedById: actor.person.id }
    await quietly(ports, meeting, (tx) => declareConflict(tx, declared))
    return answer(c, paths.sessionItem(actor.group, meeting, item))
  })
  .post(`${oneItem}/conflicts/:person{${uuid}}/end`, async (c) => {
    const { actor, ports } = c.var
    const { meeting, item } = await itemHere(c.var, c.req.param('id'), c.req.param('item'))
    const personId = c.req.param('person')
    authorize(mayDeclareConflict(actor, meeting, personId))
    await quietly(ports, meeting, (tx) => withdrawConflict(tx, item.id, personId))
    return answer(c, paths.sessionItem(actor.group, meeting, item))
  })
  .route('/', correctingRoutes)
