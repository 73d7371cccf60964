import type { Database } from '../../db/database.ts'
import type { Period } from './period.ts'

export type BookOpenKind =
  | 'document'
  | 'task'
  | 'proposal'
  | 'referral_sent'
  | 'referral_received'
  | 'wish'
  | 'meeting'
  | 'deadline'

export type BookDestination = 'heir' | 'kept' | 'dropped' | 'withdrawn' | 'noted' | 'cancelled'

/** So many things of a kind that went the same way, by their titles for whoever may know them. */
export interface BookPlaced {
  kind: BookOpenKind
  destination: BookDestination
  count: number
  titles: string[] | null
}

/** A group that ended in the year, by which decision, and where everything went that was open there. */
export interface BookDissolution {
  group: string
  heir: string
  on: string
  decision: string
  placed: BookPlaced[]
}

interface Wanted {
  /** Whoever reads it belongs to this group. */
  mayKnow: (groupId: string) => boolean
  groupId: string | undefined
}

/** Which groups ended. Higher floors know. */
export type DissolvedIn = (db: Database, period: Period, wanted: Wanted) => Promise<BookDissolution[]>

export const nobodyEnded: DissolvedIn = async () => []
