import { type Identified, inGroup, type Slugged } from './addresses.ts'

/** What groups tell the circle; part of `paths`. */
export const reportPaths = {
  /** Of all groups, for everybody in the alliance. */
  allReports: () => '/reports',
  report: (report: Identified) => `/reports/${report.id}`,
  newReport: (group: Slugged) => inGroup(group, '/reports/new'),
  reports: (group: Slugged) => inGroup(group, '/reports'),
}
