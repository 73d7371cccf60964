import type { Database } from '../../db/database.ts'

/** What became of a decision beyond the group that took it. Higher floors know; down here it is plain data. */
export interface Fate {
  /** How it is cited there, as in W-2026-05. */
  label: string
  href: string | null
  /** Where it stands, as a state of the one table of states. */
  state: string
  since: Date
  answeredBy?: string | null
}

/** Decision id → its fate, for those that have one. */
export type FateOf = (db: Database, decisionIds: string[]) => Promise<Map<string, Fate>>

export const noFate: FateOf = async () => new Map()
