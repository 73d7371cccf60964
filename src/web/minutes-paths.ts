import { type Identified, inGroup, type Slugged } from './addresses.ts'

const below = (group: Slugged, meeting: Identified, rest: string) => inGroup(group, `/meetings/${meeting.id}${rest}`)

/** In the meeting, and its minutes; part of `paths`. */
export const minutesPaths = {
  session: (group: Slugged, meeting: Identified) => below(group, meeting, '/session'),
  sessionItem: (group: Slugged, meeting: Identified, item: Identified) =>
    below(group, meeting, `/session#item-${item.id}`),
  meetingOpening: (group: Slugged, meeting: Identified) => below(group, meeting, '/opening'),
  meetingEnding: (group: Slugged, meeting: Identified) => below(group, meeting, '/ending'),
  attendances: (group: Slugged, meeting: Identified) => below(group, meeting, '/attendances'),
  attendanceDeparture: (group: Slugged, meeting: Identified, attendance: Identified) =>
    below(group, meeting, `/attendances/${attendance.id}/departure`),
  attendanceCorrection: (group: Slugged, meeting: Identified, attendance: Identified) =>
    below(group, meeting, `/attendances/${attendance.id}/correction`),
  attendanceAddition: (group: Slugged, meeting: Identified) => below(group, meeting, '/attendances/addition'),
  itemStart: (group: Slugged, meeting: Identified, item: Identified) =>
    below(group, meeting, `/items/${item.id}/start`),
  itemEnd: (group: Slugged, meeting: Identified, item: Identified) => below(group, meeting, `/items/${item.id}/end`),
  conflictQuestion: (group: Slugged, meeting: Identified, item: Identified) =>
    below(group, meeting, `/items/${item.id}/question`),
  conflicts: (group: Slugged, meeting: Identified, item: Identified) =>
    below(group, meeting, `/items/${item.id}/conflicts`),
  conflictEnd: (group: Slugged, meeting: Identified, item: Identified, personId: string) =>
    below(group, meeting, `/items/${item.id}/conflicts/${personId}/end`),
  minutes: (group: Slugged, meeting: Identified) => below(group, meeting, '/minutes'),
  minutesLine: (group: Slugged, meeting: Identified, item: Identified) =>
    below(group, meeting, `/minutes#item-${item.id}`),
  lineDecision: (group: Slugged, meeting: Identified, item: Identified) =>
    below(group, meeting, `/items/${item.id}/decision`),
  lineTask: (group: Slugged, meeting: Identified, item: Identified) => below(group, meeting, `/items/${item.id}/task`),
  minutesCirculations: (group: Slugged, meeting: Identified) => below(group, meeting, '/minutes/circulations'),
  minutesObjections: (group: Slugged, meeting: Identified) => below(group, meeting, '/minutes/objections'),
  minutesObjectionAnswer: (group: Slugged, meeting: Identified, one: Identified) =>
    below(group, meeting, `/minutes/objections/${one.id}/answer`),
  minutesObjectionHanding: (group: Slugged, meeting: Identified, one: Identified) =>
    below(group, meeting, `/minutes/objections/${one.id}/handing`),
  minutesObjectionRuling: (group: Slugged, meeting: Identified, one: Identified) =>
    below(group, meeting, `/minutes/objections/${one.id}/ruling`),
  minutesApproval: (group: Slugged, meeting: Identified) => below(group, meeting, '/minutes/approval'),
  minutesNotes: (group: Slugged, meeting: Identified) => below(group, meeting, '/minutes/notes'),
  minutesNoteSignature: (group: Slugged, meeting: Identified, note: Identified) =>
    below(group, meeting, `/minutes/notes/${note.id}/signature`),
  minutesNoteDiscard: (group: Slugged, meeting: Identified, note: Identified) =>
    below(group, meeting, `/minutes/notes/${note.id}/discard`),
  /** Approved minutes, for the whole alliance. */
  approvedMinutes: (meeting: Identified) => `/minutes/${meeting.id}`,
}
