import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { citation } from '../../decisions/register/citation.ts'
import { decisions } from '../../decisions/register/schema.ts'
import type { Actor } from '../../groups/actor.ts'
import { lockGroup } from '../../groups/roles.ts'
import { type Group, groups } from '../../groups/schema.ts'
import {
  type Destination,
  type Dissolution,
  type DissolutionItem,
  dissolutionCompletions,
  dissolutionItems,
  dissolutions,
  type OpenKind,
} from '../schema.ts'
import { type OpenItem, ways } from './open.ts'

/** How far the end of a group is prepared. */
export interface Plan extends Dissolution {
  heir: Group
  /** By which decision and when it ended; null while it is being prepared. */
  done: { cited: string; at: Date } | null
}

const heirs = alias(groups, 'heirs')
const circle = alias(groups, 'circle')

export async function planFor(db: Database, groupId: string): Promise<Plan | null> {
  const [row] = await db
    .select({
      plan: dissolutions,
      heir: heirs,
      at: dissolutionCompletions.createdAt,
      decision: { year: decisions.year, number: decisions.number, prefix: circle.prefix },
    })
    .from(dissolutions)
    .innerJoin(heirs, eq(heirs.id, dissolutions.heirId))
    .leftJoin(dissolutionCompletions, eq(dissolutionCompletions.dissolutionId, dissolutions.id))
    .leftJoin(decisions, eq(decisions.id, dissolutionCompletions.decisionId))
    .leftJoin(circle, eq(circle.id, decisions.groupId))
    .where(eq(dissolutions.groupId, groupId))
  if (!row) return null
  const { plan, heir, at, decision } = row
  const cited = decision?.prefix ? citation(decision.prefix, decision.year ?? 0, decision.number ?? 0) : ''
  return { ...plan, heir, done: at && { cited, at } }
}

/** Groups that could take over. */
export const possibleHeirs = (db: Database, groupId: string): Promise<Group[]> =>
  db
    .select()
    .from(groups)
    .where(and(ne(groups.id, groupId), eq(groups.state, 'active')))
    .orderBy(byName(groups.name))

/**
 * Who takes over; chosen anew as often as people like, until the group has ended, and told to the group each time. False
 * where that one is not at work, or the group has ended meanwhile.
 */
export async function chooseHeir(tx: Database, record: RecordEvent, actor: Actor, heirId: string): Promise<boolean> {
  const { group, person } = actor
  await lockGroup(tx, group.id)
  const heir = (await possibleHeirs(tx, group.id)).find(({ id }) => id === heirId)
  const isOver = (await tx.$count(groups, and(eq(groups.id, group.id), eq(groups.state, 'dissolved')))) > 0
  if (!heir || isOver) return false
  await tx
    .insert(dissolutions)
    .values({ groupId: group.id, heirId, startedById: person.id })
    .onConflictDoUpdate({ target: dissolutions.groupId, set: { heirId } })
  const of = { groupId: group.id, actorId: person.id, subjectId: group.id }
  await record({ kind: 'group.heirChosen', ...of, facts: { title: heir.name } })
  return true
}

export interface Placed {
  kind: OpenKind
  subjectId: string
  title: string
  destination: Destination
  reason: string
}

/** Where each of these goes. What was said before about one of them is replaced. */
export async function place(tx: Database, { id }: Dissolution, placed: Placed[], decidedById: string): Promise<void> {
  if (placed.length === 0) return
  await tx
    .insert(dissolutionItems)
    .values(placed.map((one) => ({ ...one, dissolutionId: id, decidedById })))
    .onConflictDoUpdate({
      target: [dissolutionItems.dissolutionId, dissolutionItems.kind, dissolutionItems.subjectId],
      set: { destination: sql`excluded.destination`, reason: sql`excluded.reason`, decidedById },
    })
}

/** What can be said about this thing at all, and was. */
export function placedFrom(item: OpenItem, destination: string, reason: string): Placed | null {
  const { kind, subjectId, title } = item
  if (kind === 'record' || kind === 'result') return null
  const chosen = ways[kind].find((way) => way === destination)
  return chosen ? { kind, subjectId, title, destination: chosen, reason } : null
}

/** Letting go of something has a reason. */
export const needsReason = (destination: string) => !['heir', 'kept', ''].includes(destination)

/** Where everything went, as it was entered. */
export const listOf = (db: Database, dissolutionId: string): Promise<DissolutionItem[]> =>
  db
    .select()
    .from(dissolutionItems)
    .where(eq(dissolutionItems.dissolutionId, dissolutionId))
    .orderBy(asc(dissolutionItems.kind), asc(dissolutionItems.title))

/** From which dissolved groups texts came: text → its origin. */
export async function originsOf(db: Database, documentIds: string[]) {
  const rows = await db
    .select({ documentId: dissolutionItems.becameId, group: groups, at: dissolutionCompletions.createdAt })
    .from(dissolutionItems)
    .innerJoin(dissolutions, eq(dissolutions.id, dissolutionItems.dissolutionId))
    .innerJoin(dissolutionCompletions, eq(dissolutionCompletions.dissolutionId, dissolutions.id))
    .innerJoin(groups, eq(groups.id, dissolutions.groupId))
    .where(and(eq(dissolutionItems.kind, 'document'), inArray(dissolutionItems.becameId, documentIds)))
  return new Map(rows.flatMap(({ documentId, ...origin }) => (documentId ? [[documentId, origin]] : [])))
}
