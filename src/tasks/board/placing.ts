import { and, asc, desc, eq, gt, lt, ne, type SQL, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { isBegun, notBegun } from '../lists.ts'
import { type Task, tasks } from '../schema.ts'
import { begin, halt } from '../work/beginning.ts'
import { taskBeginnings } from '../work/schema.ts'

export type OpenColumn = 'open' | 'begun'

/** Where a card is to lie: one up or down, on top of the other column, or just below another card. */
export type Move = { by: 'up' | 'down' } | { to: OpenColumn; below?: string | null }

/** Whoever arranges the board of a group waits for whoever is doing so: no two cards get one place. */
const holdBoard = (tx: Database, groupId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`board ${groupId}`}, 0))`)

const inColumn = ({ groupId, id }: Task, column: OpenColumn) =>
  and(eq(tasks.groupId, groupId), eq(tasks.isOpen, true), ne(tasks.id, id), column === 'begun' ? isBegun : notBegun)

async function firstPlace(tx: Database, which: SQL | undefined, order: SQL): Promise<string | null> {
  const [found] = await tx.select({ place: tasks.place }).from(tasks).where(which).orderBy(order).limit(1)
  return found?.place ?? null
}

const above = (tx: Database, task: Task, column: OpenColumn, place: string) =>
  firstPlace(tx, and(inColumn(task, column), lt(tasks.place, place)), desc(tasks.place))

const below = (tx: Database, task: Task, column: OpenColumn, place: string) =>
  firstPlace(tx, and(inColumn(task, column), gt(tasks.place, place)), asc(tasks.place))

const top = (tx: Database, task: Task, column: OpenColumn) => firstPlace(tx, inColumn(task, column), asc(tasks.place))

/** Exactly between two places; numbers of any length, so that there is always room. */
const between = (upper: string | null, lower: string | null): SQL => {
  if (upper === null && lower === null) return sql`0`
  if (upper === null) return sql`${lower}::numeric - 1`
  if (lower === null) return sql`${upper}::numeric + 1`
  return sql`(${upper}::numeric + ${lower}::numeric) * 0.5`
}

async function oneStep(tx: Database, task: Task, by: 'up' | 'down', column: OpenColumn): Promise<SQL | null> {
  const look = by === 'up' ? above : below
  const passed = await look(tx, task, column, task.place)
  if (passed === null) return null
  const beyond = await look(tx, task, column, passed)
  return by === 'up' ? between(beyond, passed) : between(passed, beyond)
}

async function placeOf(tx: Database, { groupId }: Task, id: string): Promise<string | null> {
  const isIt = and(eq(tasks.id, id), eq(tasks.groupId, groupId))
  return firstPlace(tx, isIt, asc(tasks.place))
}

/** A card that has gone meanwhile is below nothing: then it comes on top. */
async function target(tx: Database, task: Task, column: OpenColumn, id?: string | null): Promise<SQL> {
  const upper = id && id !== task.id ? await placeOf(tx, task, id) : null
  if (upper === null) return between(null, await top(tx, task, column))
  return between(upper, await below(tx, task, column, upper))
}

async function columnOf(tx: Database, { id }: Task): Promise<OpenColumn> {
  const begun = await tx.select().from(taskBeginnings).where(eq(taskBeginnings.taskId, id))
  return begun.length > 0 ? 'begun' : 'open'
}

const stillOpen = async (tx: Database, { id }: Task): Promise<Task | null> =>
  (
    await tx
      .select()
      .from(tasks)
      .where(and(eq(tasks.id, id), eq(tasks.isOpen, true)))
  )[0] ?? null

/** Puts a card where somebody wants it, and begins or halts the task when that is another column. */
export async function moveCard(
  tx: Database,
  record: RecordEvent,
  { id }: Task,
  { move, actorId }: { move: Move; actorId: string },
): Promise<void> {
  const [known] = await tx.select().from(tasks).where(eq(tasks.id, id))
  if (!known) return
  await holdBoard(tx, known.groupId)
  const task = await stillOpen(tx, known)
  if (!task) return
  const from = await columnOf(tx, task)
  const to = 'to' in move ? move.to : from
  const place = 'to' in move ? await target(tx, task, to, move.below) : await oneStep(tx, task, move.by, from)
  if (place) await tx.update(tasks).set({ place }).where(eq(tasks.id, task.id))
  if (to === from) await toldQuietly(record, task, actorId)
  else await (to === 'begun' ? begin : halt)(tx, record, task, { actorId })
}

/** Other open boards look again; that a card lies elsewhere is no news. */
const toldQuietly = (record: RecordEvent, { id: subjectId, groupId, title }: Task, actorId: string) =>
  record({ kind: 'task.changed', groupId, actorId, subjectId, facts: { title, consequence: 'place' } })
