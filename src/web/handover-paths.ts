import { type Identified, inGroup, type Slugged } from './addresses.ts'

/** Leaving, resting and ending; part of `paths`. */
export const handoverPaths = {
  /** Who has left a group, and where what they held went. */
  handovers: (group: Slugged) => inGroup(group, '/handovers'),
  /** Leaving the alliance: one step over all groups. */
  leavingAlliance: (person: Identified) => `/departures/${person.id}`,
  /** How a group rests or ends; coordinators and its leads prepare it. */
  groupEnd: (group: Slugged) => `/dissolutions/${group.slug}`,
  groupHeir: (group: Slugged) => `/dissolutions/${group.slug}/heir`,
  destinations: (group: Slugged) => `/dissolutions/${group.slug}/destinations`,
  dissolution: (group: Slugged) => `/dissolutions/${group.slug}/completion`,
  dormancy: (group: Slugged) => `/dissolutions/${group.slug}/rest`,
  waking: (group: Slugged) => `/dissolutions/${group.slug}/waking`,
}
