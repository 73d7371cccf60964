import { and, asc, eq, isNull, notExists, notInArray, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { inForce } from '../../groups/membership.ts'
import { type Group, groups, memberships } from '../../groups/schema.ts'
import { type Person, people } from '../../identity/schema.ts'
import { type MailMessage, type Ports, Undeliverable } from '../../ports.ts'
import { dayOf } from '../../web/days.ts'
import { type Task, taskPeople, tasks } from '../schema.ts'
import { callForTasks } from './calling.ts'
import { taskMailRefusals, taskNotices } from './schema.ts'

export interface ReminderFacts {
  kind: 'soon' | 'late'
  task: Task & { dueOn: string }
  group: Group
  person: Person
}

/** What a reminder says, in the language of whoever gets it. */
export type TaskLetter = (facts: ReminderFacts) => Omit<MailMessage, 'to'>

type Outside = Pick<Ports, 'db' | 'mail' | 'log'>

const wantsNone = (tx: Database) =>
  tx.select({ id: taskMailRefusals.personId }).from(taskMailRefusals).where(eq(taskMailRefusals.personId, people.id))

const today = sql`(now() at time zone 'Europe/Berlin')::date`

/** What was done, moved or given away since needs no mail; nor does "soon" what is over by now. */
const stillTrue = and(
  eq(tasks.isOpen, true),
  eq(tasks.dueOn, taskNotices.dueOn),
  or(sql`${taskNotices.kind} = 'soon' and ${tasks.dueOn} >= ${today}`, sql`${taskNotices.kind} = 'late'`),
)

const waiting = (tx: Database) =>
  tx
    .select({ task: tasks, group: groups, person: people, kind: taskNotices.kind, dueOn: taskNotices.dueOn })
    .from(taskNotices)
    .innerJoin(tasks, eq(tasks.id, taskNotices.taskId))
    .innerJoin(taskPeople, and(eq(taskPeople.taskId, tasks.id), eq(taskPeople.personId, taskNotices.personId)))
    .innerJoin(groups, eq(groups.id, tasks.groupId))
    .innerJoin(people, eq(people.id, taskNotices.personId))
    .innerJoin(
      memberships,
      and(
        eq(memberships.groupId, tasks.groupId),
        eq(memberships.personId, people.id),
        eq(memberships.standing, 'member'),
        inForce(dayOf(new Date())),
      ),
    )

type Due = Awaited<ReturnType<typeof waiting>>[number]

const keyOf = ({ task, person, kind, dueOn }: Due) => `${task.id} ${person.id} ${kind} ${dueOn}`

const key = sql<string>`concat_ws(' ', ${taskNotices.taskId}, ${taskNotices.personId}, ${taskNotices.kind}, ${taskNotices.dueOn})`

/** The next one, held until the transaction ends: another process takes the one after it. */
async function next(tx: Database, failed: string[]): Promise<Due | null> {
  const [due] = await waiting(tx)
    .where(
      and(
        isNull(taskNotices.sentAt),
        isNull(taskNotices.bouncedAt),
        sql`${taskNotices.createdAt} > now() - interval '8 days'`,
        sql`${people.email} is not null`,
        sql`${groups.state} <> 'dissolved'`,
        notExists(wantsNone(tx)),
        stillTrue,
        failed.length > 0 ? notInArray(key, failed) : undefined,
      ),
    )
    .orderBy(asc(taskNotices.createdAt), asc(taskNotices.taskId), asc(people.id))
    .limit(1)
    .for('update', { of: taskNotices, skipLocked: true })
  return due ?? null
}

const mark = (tx: Database, { task, person, kind, dueOn }: Due, what: 'sentAt' | 'bouncedAt') =>
  tx
    .update(taskNotices)
    .set({ [what]: sql`now()` })
    .where(
      and(
        eq(taskNotices.taskId, task.id),
        eq(taskNotices.personId, person.id),
        eq(taskNotices.kind, kind),
        eq(taskNotices.dueOn, dueOn),
      ),
    )

/** The same however often one mail is tried. */
const messageId = ({ task, person, kind, dueOn }: Due) => `task.${kind}.${task.id}.${person.id}.${dueOn}`

const send = ({ mail }: Outside, write: TaskLetter, due: Due): Promise<unknown> =>
  mail
    .send({
      ...write({ ...due, task: { ...due.task, dueOn: due.dueOn } }),
      to: due.person.email ?? '',
      id: messageId(due),
    })
    .then(
      () => undefined,
      (problem: unknown) => problem,
    )

/** Marked in the transaction that holds it: whoever crashes before has not sent it, as far as anybody can know. */
const sendOne = (outside: Outside, write: TaskLetter, failed: string[]): Promise<boolean> =>
  outside.db.transaction(async (tx) => {
    const due = await next(tx, failed)
    if (!due) return false
    const problem = await send(outside, write, due)
    if (problem !== undefined) outside.log.error('task.mail', problem)
    if (problem === undefined) await mark(tx, due, 'sentAt')
    else if (problem instanceof Undeliverable) await mark(tx, due, 'bouncedAt')
    else failed.push(keyOf(due))
    return true
  })

/** Where so many fail in a row the mail server is down: the next look tries again. */
const patience = 3

/** Reminds everybody whose task comes close or is overdue, each once, whichever process comes first. */
export async function remindOfTasks(outside: Outside, write: TaskLetter): Promise<void> {
  await callForTasks(outside.db)
  if (outside.mail.none) return
  const failed: string[] = []
  let isMore = true
  while (isMore && failed.length < patience) isMore = await sendOne(outside, write, failed)
}
