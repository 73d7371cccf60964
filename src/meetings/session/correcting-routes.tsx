import { minutesWords } from '#views/meetings/minutes-words.ts'
import type { Database } from '../../db/database.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import { membersAmong } from '../../tasks/adding.ts'
import { answer } from '../../web/answer.ts'
import { form, refused } from '../../web/form.ts'
import { found } from '../../web/gate.ts'
import { uuid } from '../../web/ids.ts'
import { addAttendance, correctAttendance } from '../attendance/correcting.ts'
import { attendanceOf, type Presence } from '../attendance/presence.ts'
import { periodFrom } from '../attendance/typed-times.ts'
import { type MeetingHere, oneMeeting } from '../here.ts'
import { namesOf } from '../minutes/beginning.ts'
import { bringUpToDate } from '../minutes/writing.ts'
import type { MeetingEntry } from '../model.ts'
import { additionForm, correctionForm } from './forms.ts'
import { refuseOn, runningHere } from './showing.tsx'

const lastInstant = ({ endedAt }: MeetingEntry) => endedAt ?? new Date()

/**
 * Done, told to everybody who looks on, and written where the minutes say who was there. What stood there is known from the
 * same moment: of two who put something right at once each finds what the other has left.
 */
async function putRight(
  { actor, ports, locale }: MeetingHere,
  meeting: MeetingEntry,
  write: (tx: Database) => Promise<Presence[] | null>,
): Promise<boolean> {
  const noted = await ports.db.transaction(write)
  if (!noted) return false
  await bringUpToDate(ports, actor, meeting, minutesWords(locale), namesOf(noted))
  await ports.bus.publish([{ id: null, groupId: meeting.groupId, name: `meeting-${meeting.id}` }])
  return true
}

/** Until the minutes go round, whoever runs the meeting puts right who was there from when to when. */
export const correctingRoutes = inGroup
  .createApp()
  .post(`${oneMeeting}/attendances/:attendance{${uuid}}/correction`, form(correctionForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const meeting = await runningHere(c.var, c.req.param('id'))
    const attendance = await attendanceOf(ports.db, meeting.id)
    const noted = found(attendance.find(({ id }) => id === c.req.param('attendance')))
    const refuseWith = (problem: Parameters<typeof refused>) =>
      refuseOn(c, c.var, meeting, { at: noted.id, input: refused(...problem) })
    if (!input.ok) return refuseOn(c, c.var, meeting, { at: noted.id, input })
    const { from, to } = input.value
    if (noted.leftAt && !to) return refuseWith([input.value, 'to', 'missing'])
    const period = periodFrom(noted.leftAt ? { from, to } : { from }, noted, lastInstant(meeting))
    if (!period) return refuseWith([input.value, noted.leftAt ? 'to' : 'from', 'too_late'])
    const correction = { ...period, attendanceId: noted.id, correctedById: actor.person.id }
    if (!(await putRight(c.var, meeting, (tx) => correctAttendance(tx, meeting, correction))))
      return refuseWith([input.value, 'from', 'circulated'])
    return answer(c, paths.session(actor.group, meeting))
  })
  .post(`${oneMeeting}/attendances/addition`, form(additionForm), async (c) => {
    const { actor, ports, form: input } = c.var
    const meeting = await runningHere(c.var, c.req.param('id'))
    const refuseWith = (problem: Parameters<typeof refused>) =>
      refuseOn(c, c.var, meeting, { at: 'addition', input: refused(...problem) })
    if (!input.ok) return refuseOn(c, c.var, meeting, { at: 'addition', input })
    const [personId] = await membersAmong(ports.db, meeting.groupId, [input.value.personId])
    if (!personId) return refuseWith([input.value, 'personId', 'missing'])
    const begun = { arrivedAt: meeting.openedAt ?? meeting.startsAt, leftAt: meeting.endedAt }
    const period = meeting.endedAt && periodFrom(input.value, begun, meeting.endedAt)
    if (!period) return refuseWith([input.value, 'to', meeting.endedAt ? 'too_late' : 'not_over'])
    const addition = { ...period, personId, notedById: actor.person.id }
    if (!(await putRight(c.var, meeting, (tx) => addAttendance(tx, meeting, addition))))
      return refuseWith([input.value, 'from', 'circulated'])
    return answer(c, paths.session(actor.group, meeting))
  })
