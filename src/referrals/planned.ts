import type { Database } from '../db/database.ts'

/** The meeting that will talk about a referral. Higher floors know; down here it is plain data. */
export interface Planned {
  /** What the meeting is called, as in KK-07. */
  label: string
  /** Null where whoever looks may not see the meeting. */
  href: string | null
  startsAt: Date
}

/** Referral id → its next meeting, for those that are on an agenda. */
export type PlannedFor = (db: Database, referralIds: string[]) => Promise<Map<string, Planned>>

export const notPlanned: PlannedFor = async () => new Map()
