import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'

/** What the records say of a time: how much was decided and done, and what is open now. */
export interface Numbers {
  decisions: number
  tasksDone: number
  tasksOpen: number
  referralsOpen: number
  drafts: number
}

/** What is behind the numbers, for whoever writes the lines. */
export interface Prefilled {
  numbers: Numbers
  decided: { cited: string; title: string }[]
  waiting: { id: string; title: string }[]
}

const counted = (groupId: string, since: string) => sql`
  select
    (select count(*)::int from decisions where group_id = ${groupId} and decided_on > ${since}::date) as decisions,
    (select count(*)::int from task_endings e join tasks t on t.id = e.task_id
      where t.group_id = ${groupId} and e.kind = 'done' and e.created_at > ${since}::date) as "tasksDone",
    (select count(*)::int from tasks where group_id = ${groupId} and is_open) as "tasksOpen",
    (select count(*)::int from referrals r where r.from_id = ${groupId}
      and not exists (select from answers a where a.referral_id = r.id)) as "referralsOpen",
    (select count(*)::int from documents where group_id = ${groupId} and not is_template
      and stage in ('draft', 'in_review', 'returned')) as drafts`

const decided = (groupId: string, since: string) => sql`
  select g.prefix || '-' || d.year || '-' || lpad(d.number::text, greatest(3, length(d.number::text)), '0') as cited, d.title
  from decisions d join groups g on g.id = d.group_id
  where d.group_id = ${groupId} and d.decided_on > ${since}::date
  order by d.decided_on, d.number limit 30`

const waiting = (groupId: string) => sql`
  select r.id, r.title from referrals r where r.from_id = ${groupId}
    and not exists (select from answers a where a.referral_id = r.id)
  order by r.created_at limit 30`

const nothing: Numbers = { decisions: 0, tasksDone: 0, tasksOpen: 0, referralsOpen: 0, drafts: 0 }

/** What a report begins with: everything since the last one. Read by SQL, as the tables lie on higher floors. */
export async function prefilled(db: Database, groupId: string, since: string): Promise<Prefilled> {
  const [numbers = nothing] = [...(await db.execute<Numbers & Record<string, number>>(counted(groupId, since)))]
  return {
    numbers,
    decided: [...(await db.execute<{ cited: string; title: string }>(decided(groupId, since)))],
    waiting: [...(await db.execute<{ id: string; title: string }>(waiting(groupId)))],
  }
}
