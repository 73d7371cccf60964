import { eq } from 'drizzle-orm'
import type { Ports } from '../../ports.ts'
import type { Round } from '../rounds/schema.ts'
import { placesOf } from './places.ts'
import { seatHolders } from './schema.ts'

/**
 * Several who answer for one seat see at once whether they agree and whose answer counts (`DOMAIN.md 4.3`). Their open
 * pages look again; nothing is written down about it, because nobody else has to know.
 */
export async function tellTheOthers({ db, bus }: Pick<Ports, 'db' | 'bus'>, round: Round, personId: string) {
  const places = await placesOf(db, round.id, personId)
  const holders = await Promise.all(places.map(({ seat }) => db.$count(seatHolders, eq(seatHolders.seatId, seat.id))))
  if (!holders.some((several) => several > 1)) return
  await bus.publish([{ id: null, groupId: round.groupId, name: `round-${round.id}` }])
}
