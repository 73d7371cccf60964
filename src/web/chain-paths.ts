import { withQuery } from './addresses.ts'

/** What of the register leaves the house, and how it is checked; part of `paths`. */
export const chainPaths = {
  /** Whether the register has what a sheet says. `sum`: as it is printed, "42:9f3c1a2b77de0c41". */
  decisionCheck: (sheet: { number?: string; sum?: string } = {}) =>
    // A colon may stand in an address as it is, and people type this one off a sheet.
    withQuery('/decisions/check', sheet).replace('%3A', ':'),
  decisionFile: (number: string, kind: 'json' | 'csv' | 'pdf', edition?: 'public') =>
    withQuery(`/decisions/${number}.${kind}`, { edition }),
}
