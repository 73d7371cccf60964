import type { Database } from '../db/database.ts'
import type { Group } from '../groups/schema.ts'

/** What a proposal or a report is the answer to. Higher floors know; down here it is plain data. */
export interface Origin {
  /** How it is cited there, as in W-2026-05. */
  label: string
  href: string
  /** Who asked. */
  from: string
}

/** Of a proposal or of a report of this group. */
export type OriginOf = (
  db: Database,
  group: Group,
  of: { proposalId: string } | { recordId: string },
) => Promise<Origin | null>

export const noOrigin: OriginOf = async () => null
