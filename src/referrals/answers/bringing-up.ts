import { and, desc, eq } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import { officersOf } from '../../decisions/officers.ts'
import { addTask } from '../../tasks/adding.ts'
import { tasks } from '../../tasks/schema.ts'
import { addDays, dayOf } from '../../web/days.ts'
import { referralCitation } from '../citation.ts'
import type { Referral } from '../schema.ts'
import { deferrals } from './schema.ts'

/** So long nobody has to think of what was put off, unless a meeting is sooner. */
const daysToWait = 14

/** Who coordinates; where there is no such role, who leads. */
export async function coordinating(db: Database, groupId: string): Promise<string[]> {
  const officers = await officersOf(db, groupId)
  const holding = (role: 'coordinator' | 'lead') => officers.filter(({ roles }) => roles.includes(role))
  const [coordinators, leads] = [holding('coordinator'), holding('lead')]
  return (coordinators.length > 0 ? coordinators : leads).map(({ id }) => id)
}

async function openTask(tx: Database, { id }: Pick<Referral, 'id'>): Promise<string | null> {
  const [open] = await tx
    .select({ id: tasks.id })
    .from(deferrals)
    .innerJoin(tasks, and(eq(tasks.id, deferrals.taskId), eq(tasks.isOpen, true)))
    .where(eq(deferrals.referralId, id))
    .orderBy(desc(deferrals.createdAt))
    .limit(1)
  return open?.id ?? null
}

/** For whoever coordinates, so that what was put off comes up again; one task is enough, however often it was. */
export async function taskToBringUp(
  tx: Database,
  record: RecordEvent,
  referral: Referral,
  actorId: string | null,
): Promise<string> {
  const open = await openTask(tx, referral)
  if (open) return open
  const label = referralCitation(referral)
  const { id } = await addTask(tx, record, {
    groupId: referral.toId,
    title: `${label}: ${referral.title}`,
    dueOn: addDays(dayOf(new Date()), daysToWait),
    personIds: await coordinating(tx, referral.toId),
    actorId,
    origin: { kind: 'return', id: referral.id, label },
  })
  return id
}
