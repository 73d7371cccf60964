import { agendaLines, localeOf, meetingMail, summaryOf, urlOf } from '#views/meetings/letter.ts'
import { change } from '../../activity/model.ts'
import { inGroup } from '../../groups/in-group.ts'
import { paths } from '../../paths.ts'
import type { Settings } from '../../ports.ts'
import { answer } from '../../web/answer.ts'
import { authorize } from '../../web/gate.ts'
import { agendaOf } from '../agenda/entries.ts'
import { meetingHere, oneMeeting } from '../here.ts'
import { mayPlanMeetings, mayReadMeetings } from '../policy.ts'
import { calendarFile } from './calendar-file.ts'
import { nextSequence } from './calling.ts'
import { inviteTo } from './inviting.ts'
import { type LetterFacts, type MeetingLetter, sendMeetingLetters } from './sending.ts'

type Public = Pick<Settings, 'publicUrl'>

const hostOf = ({ publicUrl }: Public) => new URL(publicUrl).hostname

/** The entry for a calendar that a letter brings. */
function icalFor(facts: LetterFacts, settings: Public) {
  const { kind, meeting, sequence, person } = facts
  const organizer = { name: meeting.group.name, email: facts.from ?? `kreislauf@${hostOf(settings)}` }
  const file = calendarFile({
    ...{ meeting, sequence, organizer },
    attendee: { name: person.name, email: person.email ?? '' },
    summary: summaryOf(facts),
    description: agendaLines(facts, localeOf(facts)).join('\n'),
    url: urlOf({ ...facts, ...settings }),
  })
  return { method: kind === 'cancellation' ? ('CANCEL' as const) : ('REQUEST' as const), file }
}

/** What a mail about a meeting says, in the language of whoever gets it, with its entry for the calendar. */
export const meetingLetter =
  ({ publicUrl }: Public): MeetingLetter =>
  (facts) => ({ ...meetingMail({ ...facts, publicUrl }), ical: icalFor(facts, { publicUrl }) })

/** The invitation with one click, and the same entry as a file for oneself. */
export const letterRoutes = inGroup
  .createApp()
  .post(`${oneMeeting}/invitation`, async (c) => {
    const { actor, ports, settings } = c.var
    const meeting = await meetingHere(c.var, c.req.param('id'))
    authorize(mayPlanMeetings(actor))
    await change(ports, (tx, record) => inviteTo(tx, record, actor, meeting))
    ports.defer(sendMeetingLetters(ports, meetingLetter(settings)))
    return answer(c, paths.meeting(actor.group, meeting))
  })
  .get(`${oneMeeting}/calendar.ics`, async (c) => {
    const { actor, ports, settings, locale, person } = c.var
    const meeting = await meetingHere(c.var, c.req.param('id'))
    authorize(mayReadMeetings(actor))
    const agenda = await agendaOf(ports.db, meeting.id)
    const sequence = Math.max(0, (await nextSequence(ports.db, meeting.id)) - 1)
    const file = calendarFile({
      ...{ meeting, sequence, summary: summaryOf({ meeting }) },
      description: agendaLines({ agenda }, { ...locale, lang: person.lang ?? locale.lang }).join('\n'),
      url: urlOf({ meeting, isMember: true, publicUrl: settings.publicUrl }),
    })
    return c.body(file, 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': `attachment; filename="${meeting.cited}.ics"`,
    })
  })
