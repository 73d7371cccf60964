import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { lockProposal } from '../../decisions/proposals/holding.ts'
import { withdrawProposal } from '../../decisions/proposals/proposing.ts'
import type { Actor } from '../../groups/actor.ts'
import type { Referral } from '../schema.ts'
import { takenUp } from './taken-up.ts'

/**
 * There is one way to an answer at a time: a proposal that waits for a round is put aside for another one.
 * False while the circle is deciding, or a report of its decision waits for the second person. The referral is held.
 */
export async function makeWay(
  tx: Database,
  record: RecordEvent,
  actor: Actor,
  { id }: Pick<Referral, 'id'>,
  why: string,
): Promise<boolean> {
  const [first] = await takenUp(tx, [id])
  if (!first) return true
  // Only what nobody asks about is waited for: a round that is being counted waits for the referral itself.
  if (!first.proposalId || first.isBeingDecided) return false
  const proposal = await lockProposal(tx, first.proposalId)
  const [now] = await takenUp(tx, [id])
  if (now?.isBeingDecided) return false
  await withdrawProposal(tx, record, proposal, why, actor.person.id)
  return true
}
