import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type AgendaItem, agendaItems } from './schema.ts'

/** The order in which an agenda fills itself (`DOMAIN.md 5.2`). */
const ranks: Record<AgendaItem['source'], number> = {
  opening: 1,
  minutes: 2,
  carried_over: 3,
  report: 4,
  referral: 5,
  proposal: 5,
  wish: 5,
  free: 5,
  deadline: 6,
  review: 7,
  tasks: 8,
  miscellaneous: 9,
  next_date: 10,
}

type Placed = Pick<AgendaItem, 'id' | 'source'>

/** Behind the last one that comes before or beside it: what people have put into an order of their own stays so. */
function insert(order: Placed[], item: Placed): Placed[] {
  const before = order.findLastIndex(({ source }) => ranks[source] <= ranks[item.source])
  return order.toSpliced(before + 1, 0, item)
}

/** Where the new ones among these belong; the others keep their order. */
export const placeOf = (all: Placed[], added: ReadonlySet<string>): string[] => {
  const isNew = ({ id }: Placed) => added.has(id)
  const fresh = all.filter(isNew).toSorted((a, b) => ranks[a.source] - ranks[b.source])
  return fresh
    .reduce(
      insert,
      all.filter((item) => !isNew(item)),
    )
    .map(({ id }) => id)
}

/** Writes the order down, with one statement. */
export async function place(tx: Database, meetingId: string, ids: string[]): Promise<void> {
  const order = sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )
  await tx
    .update(agendaItems)
    .set({ position: sql`array_position(array[${order}], ${agendaItems.id})` })
    .where(sql`${agendaItems.meetingId} = ${meetingId} and ${agendaItems.id} in (${order})`)
}
