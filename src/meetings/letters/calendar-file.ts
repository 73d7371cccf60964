import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { zone } from '../../web/days.ts'
import type { MeetingEntry } from '../model.ts'

type Scheduled = Pick<MeetingEntry, 'id' | 'startsAt' | 'endsAt' | 'place' | 'accessLink' | 'createdAt' | 'state'>

export interface CalendarEntry {
  meeting: Scheduled
  summary: string
  description: string
  sequence: number
  /** Where the meeting is in the product. */
  url: string
  /** Who asks people to come; without one it is a file for oneself. */
  organizer?: { name: string; email: string }
  attendee?: { name: string; email: string }
}

/** Programs of before 1996 aside, this is all that calendars need to know of the clocks here. */
const berlin = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19701025T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'TZNAME:CET',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:19700329T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'TZNAME:CEST',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
].join('\r\n')

const local = (at: Date) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)

const methodOf = ({ meeting, organizer }: CalendarEntry) =>
  !organizer
    ? ICalCalendarMethod.PUBLISH
    : meeting.state === 'cancelled'
      ? ICalCalendarMethod.CANCEL
      : ICalCalendarMethod.REQUEST

const whereIn = ({ place, accessLink }: Scheduled) => [place, accessLink].filter(Boolean).join(' · ')

/** One meeting for a calendar. The same entry each time, newer with each sequence (RFC 5545, RFC 5546). */
export function calendarFile(entry: CalendarEntry): string {
  const { meeting, summary, description, sequence, url, organizer, attendee } = entry
  const calendar = ical({ prodId: { company: 'Kreislauf', product: 'Kreislauf' }, method: methodOf(entry) })
  calendar.timezone({ name: zone, generator: () => berlin })
  const event = calendar.createEvent({
    id: `meeting-${meeting.id}@kreislauf`,
    ...{ sequence, summary, description, url },
    start: local(meeting.startsAt),
    end: local(meeting.endsAt),
    timezone: zone,
    stamp: meeting.createdAt,
    location: whereIn(meeting) || null,
    status: meeting.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  if (organizer) event.organizer(organizer)
  if (attendee) event.createAttendee({ ...attendee, rsvp: false })
  return calendar.toString()
}
