import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { people } from '../../identity/schema.ts'
import { taskTurns } from './schema.ts'

/** Who was responsible for a task from when to when, whoever left meanwhile (`DOMAIN.md 3.6`). */
export const turnsOf = (db: Database, taskId: string) =>
  db
    .select({ name: people.name, since: taskTurns.since, until: taskTurns.until })
    .from(taskTurns)
    .innerJoin(people, eq(people.id, taskTurns.personId))
    .where(eq(taskTurns.taskId, taskId))
    .orderBy(asc(taskTurns.since), byName(people.name))

export type Turn = Awaited<ReturnType<typeof turnsOf>>[number]
