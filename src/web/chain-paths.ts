import { withQuery } from './addresses.ts'

/** What of the register leaves the house, and how it is checked; part of `paths`. */
export const chainPaths = {
  /** Whether the register has what a sheet says. `sum`: as it is printed, "42:9f3c1a2b77de0c41". */
  decisionCheck: (sheet: { number?: string; sum?: string } = {}) => withQuery('/decisions/check', sheet),
  decisionFile: (number: string, kind: 'json' | 'csv' | 'pdf', edition?: 'public') =>
    withQuery(`/decisions/${number}.${kind}`, { edition }),
}
