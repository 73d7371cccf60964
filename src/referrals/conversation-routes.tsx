import { conversationRoutes } from '../documents/comments/routes.tsx'
import { type Table, throughWindow } from '../documents/comments/table.ts'
import type { Snapshot } from '../documents/schema.ts'
import { snapshotById } from '../documents/versions/snapshots.ts'
import { authorize, found } from '../web/gate.ts'
import { type Here, oneReferral, referralIn } from './answers/showing.tsx'
import type { ReferralEntry } from './entries.ts'
import { mayReadReferral } from './policy.ts'

/** The sent text, beside which its group and the circle talk. */
export const tableOf = ({ id, title, fromId, toId }: ReferralEntry, snapshot: Snapshot): Table =>
  throughWindow({ id, title, fromId, toId }, snapshot)

async function tableIn(here: Here, id: string): Promise<Table> {
  const entry = await referralIn(here, id)
  authorize(mayReadReferral(here.actor, entry))
  const snapshot = entry.snapshotId ? await snapshotById(here.ports.db, entry.snapshotId) : null
  return tableOf(entry, found(snapshot))
}

/** What the group and the circle say to each other about a text that was sent (`DOMAIN.md 3.1`). */
export const sentConversationRoutes = conversationRoutes(oneReferral, tableIn)
