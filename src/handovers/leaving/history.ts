import { asc, desc, eq, inArray } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import { type Handover, type HandoverItem, handoverItems, handovers } from '../schema.ts'

/** Somebody who has left a group, with everything that they held. */
export interface HandoverEntry extends Handover {
  name: string
  successor: string | null
  items: HandoverItem[]
}

const successor = alias(people, 'successor')

/** Who has left this group, the latest first. */
export async function handoversIn(db: Database, groupId: string, limit = 60): Promise<HandoverEntry[]> {
  const rows = await db
    .select({ handover: handovers, name: people.name, successor: successor.name })
    .from(handovers)
    .innerJoin(people, eq(people.id, handovers.personId))
    .leftJoin(successor, eq(successor.id, handovers.successorId))
    .where(eq(handovers.groupId, groupId))
    .orderBy(desc(handovers.createdAt))
    .limit(limit)
  const ids = rows.map(({ handover }) => handover.id)
  const items = await db
    .select()
    .from(handoverItems)
    .where(inArray(handoverItems.handoverId, ids))
    .orderBy(asc(handoverItems.kind), asc(handoverItems.title))
  const of = Map.groupBy(items, ({ handoverId }) => handoverId)
  return rows.map(({ handover, ...names }) => ({ ...handover, ...names, items: of.get(handover.id) ?? [] }))
}
