import type { Database } from '../../db/database.ts'

/** Where a decision stands in the minutes of a meeting. Higher floors know; down here it is plain data. */
export interface InMinutes {
  /** As in KK-07. */
  meeting: string
  /** Of the item in the minutes. */
  number: number | null
  /** The line that it came from, where it came from one. */
  quote: string | null
  /** Somebody remembers it differently, and nobody has settled that yet. The decision holds all the same. */
  isContested: boolean
  /** For members of the group. */
  href: string
  /** For everybody, once they are approved. */
  approvedHref: string | null
}

/** Decision id → where it stands in minutes, for those that do. */
export type MinutesOf = (db: Database, decisionIds: string[]) => Promise<Map<string, InMinutes>>

export const inNoMinutes: MinutesOf = async () => new Map()
