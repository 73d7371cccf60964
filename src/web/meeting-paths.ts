import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

const below = (group: Slugged, meeting: Identified, rest: string) => inGroup(group, `/meetings/${meeting.id}${rest}`)

/** Meetings and their agendas; part of `paths`. */
export const meetingPaths = {
  /** When the groups of the alliance meet. */
  allMeetings: () => '/meetings',
  meetings: (group: Slugged) => inGroup(group, '/meetings'),
  /** `referral`: what shall come onto its agenda. */
  newMeeting: (group: Slugged, referral?: string) => withQuery(inGroup(group, '/meetings/new'), { referral }),
  meeting: (group: Slugged, meeting: Identified) => below(group, meeting, ''),
  meetingDetails: (group: Slugged, meeting: Identified) => below(group, meeting, '/details'),
  meetingCancellation: (group: Slugged, meeting: Identified) => below(group, meeting, '/cancellation'),
  meetingInvitation: (group: Slugged, meeting: Identified) => below(group, meeting, '/invitation'),
  meetingFile: (group: Slugged, meeting: Identified) => below(group, meeting, '/calendar.ics'),
  /** Everything that waits and is not on the agenda yet. */
  agendaIntake: (group: Slugged, meeting: Identified) => below(group, meeting, '/intake'),
  agendaOrder: (group: Slugged, meeting: Identified) => below(group, meeting, '/order'),
  agendaItems: (group: Slugged, meeting: Identified) => below(group, meeting, '/items'),
  agendaItem: (group: Slugged, meeting: Identified, item: Identified) => below(group, meeting, `/items/${item.id}`),
  agendaItemRemoval: (group: Slugged, meeting: Identified, item: Identified) =>
    below(group, meeting, `/items/${item.id}/removal`),
  /** Onto the agenda of a meeting of the group that it was sent to. */
  referralMeeting: (group: Slugged, referral: Identified) => inGroup(group, `/referrals/${referral.id}/meeting`),
}
