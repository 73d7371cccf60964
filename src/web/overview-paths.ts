import { inGroup, type Slugged, withQuery } from './addresses.ts'

type Paged = { page?: number }

/** Lists behind the numbers of the circle's first page, and its pictures; part of `paths`. */
export const overviewPaths = {
  /** Decisions that nobody carries out yet. */
  unfinished: (circle: Slugged, filter: Paged & { why?: string; from?: string } = {}) =>
    withQuery(inGroup(circle, '/unfinished'), filter),
  reviewDates: (circle: Slugged, view: Paged = {}) => withQuery(inGroup(circle, '/reviews'), view),
  /** What lies with the groups again. */
  returned: (circle: Slugged, view: Paged = {}) => withQuery(inGroup(circle, '/returned'), view),
  exceptions: (circle: Slugged) => inGroup(circle, '/exceptions'),
  endingMandates: (circle: Slugged) => inGroup(circle, '/health/mandates'),
  missingReports: (circle: Slugged) => inGroup(circle, '/health/reports'),
  /** The groups with their links to the circle. */
  links: (circle: Slugged) => inGroup(circle, '/health/links'),
  /** Each matter between this group and others with its way through the stations. */
  ways: (group: Slugged, view: Paged = {}) => withQuery(inGroup(group, '/ways'), view),
}
