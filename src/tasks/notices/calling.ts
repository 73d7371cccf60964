import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { taskPeople, tasks } from '../schema.ts'
import { taskNotices } from './schema.ts'

/** Nobody is written to in the night: the day of a reminder begins at seven in the morning. */
const today = sql`((now() at time zone 'Europe/Berlin') - interval '7 hours')::date`

/** When the reminder of so many days after the due date (or before it) would have gone out. */
const morning = (days: number) => sql`((${tasks.dueOn} + ${days}::int + time '07:00') at time zone 'Europe/Berlin')`

/** Whoever has taken it on since knows when it is due. */
const hadItThen = (days: number) => sql`${taskPeople.createdAt} < ${morning(days)}`

/** Two days before, and still on the last day, where no server ran before. */
const isSoon = sql`${tasks.dueOn} between ${today} and ${today} + 2 and ${hadItThen(-2)}`

/** On the day after; what no server told within a week is told by the pages alone. */
const isLate = sql`${tasks.dueOn} between ${today} - 7 and ${today} - 1 and ${hadItThen(1)}`

const call = (db: Database, kind: 'soon' | 'late', isDue: SQL) =>
  db.execute(sql`
    insert into ${taskNotices} (task_id, person_id, kind, due_on)
    select ${tasks.id}, ${taskPeople.personId}, ${kind}::task_notice, ${tasks.dueOn}
    from ${tasks} join ${taskPeople} on ${taskPeople.taskId} = ${tasks.id}
    where ${tasks.isOpen} and ${isDue}
    on conflict do nothing
  `)

/** Who is responsible is to be reminded of each day once: before it comes and after it has passed. */
export async function callForTasks(db: Database): Promise<void> {
  await call(db, 'soon', isSoon)
  await call(db, 'late', isLate)
}
