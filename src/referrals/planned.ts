import type { Database } from '../db/database.ts'
import type { ReferralEntry } from './entries.ts'
import { stateOf } from './states.ts'

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

/** The same entries, with the meeting of each that is still open. */
export async function withPlanned<Entry extends ReferralEntry>(
  db: Database,
  plannedFor: PlannedFor,
  entries: Entry[],
): Promise<Entry[]> {
  const open = entries.filter(({ answer }) => !answer).map(({ id }) => id)
  const meetings = open.length > 0 ? await plannedFor(db, open) : new Map<string, Planned>()
  return entries.map((entry) => {
    const known = { ...entry, planned: meetings.get(entry.id) ?? null }
    return { ...known, state: stateOf(known) }
  })
}
