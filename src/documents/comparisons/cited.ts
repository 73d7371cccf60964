import type { Database } from '../../db/database.ts'

/** A decision that a row quotes. Higher floors know; down here it is plain data. */
export interface CitedDecision {
  /** As in EN-2026-004. */
  number: string
  title: string
  wording: string
  href: string
  /** Number of the decision that took its place. */
  replacedBy: string | null
}

/**
 * Decisions as far as this person may read the register: these numbers, or all that are in force or once were.
 * Whoever may not gets none.
 */
export type CitedDecisions = (db: Database, personId: string, numbers?: string[]) => Promise<CitedDecision[]>
