import { type Identified, inGroup, type Slugged } from './addresses.ts'

/** Finding a date for a meeting. */
export const pollPaths = {
  polls: (group: Slugged) => inGroup(group, '/polls'),
  newPoll: (group: Slugged) => inGroup(group, '/polls/new'),
  poll: (group: Slugged, poll: Identified) => inGroup(group, `/polls/${poll.id}`),
  pollReplies: (group: Slugged, poll: Identified) => inGroup(group, `/polls/${poll.id}/replies`),
  /** Chooses a date and plans the meeting. */
  pollClosing: (group: Slugged, poll: Identified) => inGroup(group, `/polls/${poll.id}/closing`),
  /** Ends it without a date. */
  pollDiscard: (group: Slugged, poll: Identified) => inGroup(group, `/polls/${poll.id}/discard`),
}
