import { type Identified, inGroup, type Slugged, withQuery } from './addresses.ts'

/** What is shown of the days from outside: open or settled ones, and which page of them. */
export type DeadlineView = { state?: 'settled'; page?: number }

/** Days that somebody outside has set; part of `paths`. */
export const calendarPaths = {
  /** Over all groups, for everybody in the alliance. */
  allDeadlines: (view: DeadlineView = {}) => withQuery('/deadlines', view),
  deadlines: (group: Slugged, view: DeadlineView = {}) => withQuery(inGroup(group, '/deadlines'), view),
  deadline: (group: Slugged, deadline: Identified) => inGroup(group, `/deadlines/${deadline.id}`),
  deadlineSettlement: (group: Slugged, deadline: Identified) => inGroup(group, `/deadlines/${deadline.id}/settlement`),
}
