import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { LargeSize } from './size.ts'

/** Every group has met once a month, and every second one has planned the next time. */
async function addMeetings(db: Database, { meetingsOfEach }: LargeSize): Promise<void> {
  await db.execute(sql`
    insert into meetings (group_id, number, starts_at, ends_at, place, created_by_id)
    select groups.id, n, current_date - (n - 1) * 30 + case when n = 1 then 10 else 0 end + time '19:00',
      current_date - (n - 1) * 30 + case when n = 1 then 10 else 0 end + time '21:00', 'Dorfgemeinschaftshaus', lead.person_id
    from groups
    cross join generate_series(1, ${meetingsOfEach}::int) n
    join lateral (select person_id from memberships where group_id = groups.id order by id limit 1) lead on true
    where slug like 'ag-%' and (n > 1 or abs(hashtext(slug)) % 2 = 0)`)
  await db.execute(sql`
    insert into agenda_items (meeting_id, group_id, position, source, type, title, brought_by_id)
    select meetings.id, group_id, n, 'free', (array['information', 'discussion', 'decision'])[1 + n % 3]::agenda_item_type,
      'Punkt ' || n, created_by_id
    from meetings join groups on groups.id = group_id cross join generate_series(1, 10) n
    where slug like 'ag-%'`)
}

const over = sql`meetings join groups on groups.id = group_id where slug like 'ag-%' and starts_at < now()`

async function endThem(db: Database): Promise<void> {
  await db.execute(sql`
    insert into agenda_item_endings (item_id, kind, ended_by_id, created_at)
    select agenda_items.id, 'done', meetings.created_by_id, ends_at
    from agenda_items join meetings on meetings.id = meeting_id join groups on groups.id = meetings.group_id
    where slug like 'ag-%' and starts_at < now()`)
  await db.execute(sql`
    insert into meeting_invitations (meeting_id, sent_by_id, created_at)
    select meetings.id, created_by_id, starts_at - interval '8 days' from ${over}`)
  await db.execute(sql`
    insert into meeting_openings (meeting_id, opened_by_id, created_at)
    select meetings.id, created_by_id, starts_at from ${over}`)
  await db.execute(sql`
    insert into meeting_endings (meeting_id, ended_by_id, created_at)
    select meetings.id, created_by_id, ends_at from ${over}`)
}

/** What the circle looks at besides: reports of groups, and days that others have set. */
async function addReportsAndDays(db: Database): Promise<void> {
  await db.execute(sql`
    insert into reports (group_id, since, until, achieved, written_by_id, created_at)
    select groups.id, current_date - (n + 1) * 90, current_date - n * 90, 'Wir haben uns getroffen und geschrieben.',
      lead.person_id, current_date - n * 90 + time '18:00'
    from groups cross join generate_series(0, 7) n
    join lateral (select person_id from memberships where group_id = groups.id order by id limit 1) lead on true
    where slug like 'ag-%' and abs(hashtext(slug)) % 4 > 0`)
  await db.execute(sql`
    insert into calendar_deadlines (kind, title, counterpart, due_on, group_id, created_by_id)
    select 'consultation', 'Anhörung ' || prefix, 'Zukunftsbüro Larnrevier (fiktiv)',
      current_date + (row_number() over (order by slug))::int * 3, groups.id, lead.person_id
    from groups
    join lateral (select person_id from memberships where group_id = groups.id order by id limit 1) lead on true
    where slug like 'ag-%'`)
}

export async function enlargeMeetings(db: Database, size: LargeSize): Promise<void> {
  await addMeetings(db, size)
  await endThem(db)
  await addReportsAndDays(db)
}
