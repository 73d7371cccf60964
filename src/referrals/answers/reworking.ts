import type { Database } from '../../db/database.ts'
import { peopleIn } from '../../groups/people.ts'
import { membersAmong } from '../../tasks/adding.ts'
import type { Referral } from '../schema.ts'

/** Who goes on with what came back: whoever sent it or, where they have left the group, those who speak for it now. */
export async function reworkersOf(tx: Database, { fromId, forwardedById }: Referral): Promise<string[]> {
  const senders = await membersAmong(tx, fromId, [forwardedById])
  if (senders.length > 0) return senders
  const speaking = (await peopleIn(tx, fromId)).filter(({ roles }) =>
    roles.some((role) => role === 'lead' || role === 'delegate'),
  )
  return speaking.map(({ person }) => person.id)
}
