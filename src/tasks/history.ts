import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { events } from '../activity/schema.ts'
import type { Database } from '../db/database.ts'
import { people } from '../identity/schema.ts'
import type { Task } from './schema.ts'

const kinds = [
  'task.created',
  'task.changed',
  'task.begun',
  'task.halted',
  'task.done',
  'task.dropped',
  'task.reopened',
] as const

/** Ticks of the checklist and places on the board only make open pages look again. */
const isWorthTelling = sql`coalesce(${events.facts} ->> 'consequence', '') not in ('step', 'place', 'remark')`

/** What has happened to a task, reasons of reopening included: the endings themselves are gone by then. */
export async function taskHistory(db: Database, task: Pick<Task, 'id' | 'groupId'>) {
  const rows = await db
    .select({ kind: events.kind, facts: events.facts, at: events.createdAt, name: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.actorId))
    .where(
      and(
        eq(events.groupId, task.groupId),
        eq(events.subjectId, task.id),
        inArray(events.kind, [...kinds]),
        isWorthTelling,
      ),
    )
    .orderBy(asc(events.seq))
  return rows.flatMap((row) => kinds.filter((kind) => kind === row.kind).map((kind) => ({ ...row, kind })))
}

export type TaskHappening = Awaited<ReturnType<typeof taskHistory>>[number]
