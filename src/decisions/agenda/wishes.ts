import { and, asc, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groups } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { citation } from '../register/citation.ts'
import { decisions } from '../register/schema.ts'
import { type AgendaWish, agendaWishes } from './schema.ts'

export interface WishEntry {
  wish: AgendaWish
  /** The number of the decision that it is about. */
  cited: string | null
  /** Nobody when it follows from a count or a date. */
  addedBy: string | null
}

const rows = (db: Database) =>
  db
    .select({ wish: agendaWishes, addedBy: people.name, decision: decisions, prefix: groups.prefix })
    .from(agendaWishes)
    .innerJoin(groups, eq(groups.id, agendaWishes.groupId))
    .leftJoin(people, eq(people.id, agendaWishes.addedById))
    .leftJoin(decisions, eq(decisions.id, agendaWishes.decisionId))
    .$dynamic()

type Row = Awaited<ReturnType<typeof rows>>[number]

const entry = ({ wish, addedBy, decision, prefix }: Row): WishEntry => ({
  ...{ wish, addedBy },
  cited: decision && citation(prefix, decision.year, decision.number),
})

/** Nothing drops out until somebody says that it is done; the oldest on top. */
export const openWishes = async (db: Database, groupId: string): Promise<WishEntry[]> =>
  (
    await rows(db)
      .where(and(eq(agendaWishes.groupId, groupId), isNull(agendaWishes.doneAt)))
      .orderBy(asc(agendaWishes.createdAt), asc(agendaWishes.id))
  ).map(entry)

const doneShown = 20

export const doneWishes = async (db: Database, groupId: string): Promise<WishEntry[]> =>
  (
    await rows(db)
      .where(and(eq(agendaWishes.groupId, groupId), isNotNull(agendaWishes.doneAt)))
      .orderBy(desc(agendaWishes.doneAt))
      .limit(doneShown)
  ).map(entry)

export async function findWish(db: Database, groupId: string, id: string): Promise<AgendaWish | null> {
  const [wish] = await db
    .select()
    .from(agendaWishes)
    .where(and(eq(agendaWishes.groupId, groupId), eq(agendaWishes.id, id)))
  return wish ?? null
}

/** Whether this round is on the list, done or not. */
export async function wishAbout(db: Database, roundId: string): Promise<AgendaWish | null> {
  const [wish] = await db.select().from(agendaWishes).where(eq(agendaWishes.roundId, roundId))
  return wish ?? null
}
