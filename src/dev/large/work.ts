import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { LargeSize } from './size.ts'

/** Numbers every group and its members, so that a row of a series can pick one of each. */
const anybody = sql`
  places as (select id, row_number() over (order by slug) - 1 as place from groups where kind = 'working_group'),
  folk as (
    select group_id, person_id, row_number() over (partition by group_id order by id) - 1 as place,
      count(*) over (partition by group_id) as size
    from memberships where standing = 'member' and ended_at is null)`

const words = sql`(array['Wärme', 'Radwege', 'Bürgerrat', 'Kulturscheune', 'Boden', 'Wasser', 'Tarifbindung', 'Nahverkehr',
  'Dorfladen', 'Glasfaser', 'Streuobst', 'Pflegestützpunkt', 'Genossenschaft', 'Werkstatt', 'Jugendzentrum'])`
const works = sql`(array['planen', 'prüfen', 'vorstellen', 'abrechnen', 'zusammenfassen', 'beantragen', 'vergleichen'])`

const titled = sql`${words}[1 + n % 15] || ' ' || ${works}[1 + n % 7] || ' ' || n`

/** Every third adopted, some in review, most drafts of long ago. */
async function addDocuments(db: Database, { documents }: LargeSize): Promise<void> {
  await db.execute(sql`
    with ${anybody}
    insert into documents (group_id, kind, title, stage, created_by_id, created_at, edited_at, plain_text, word_count)
    select places.id, (array['position', 'statement', 'event_concept'])[1 + n % 3]::document_kind, ${titled},
      (case when n % 3 = 0 then 'adopted' when n % 50 = 1 then 'in_review' when n % 40 = 2 then 'draft' else 'archived' end)::document_stage,
      folk.person_id, now() - make_interval(hours => n), now() - make_interval(hours => n),
      'Im Revier geht es um ' || ${words}[1 + n % 15] || '. ' || repeat('Wir wollen, dass alle mitreden können. ', 8), 66
    from generate_series(1, ${documents}::int - (select count(*)::int from documents)) n
    join places on places.place = n % (select count(*) from places)
    join folk on folk.group_id = places.id and folk.place = (n / 31) % folk.size`)
}

/** Every sixth comes from a decision of its group, every tenth is nobody's, and all but the newest are done. */
async function addTasks(db: Database, { tasks, openTasks }: LargeSize): Promise<void> {
  await db.execute(sql`
    with ${anybody},
      decided as (
        select decisions.id, group_id, prefix || '-' || year || '-' || lpad(number::text, 3, '0') as cited,
          row_number() over (partition by group_id order by decided_on desc) as place
        from decisions join groups on groups.id = group_id),
      fresh as (
      insert into tasks (group_id, title, due_on, created_by_id, created_at, origin, origin_id, origin_label)
      select places.id, ${titled}, case when n % 5 > 0 then current_date + 400 - n % 800 end, folk.person_id,
        now() - make_interval(mins => n * 10), (case when decided.id is null then 'free' else 'decision' end)::task_origin,
        decided.id, decided.cited
      from generate_series(1, ${tasks}::int - (select count(*)::int from tasks)) n
      join places on places.place = n % (select count(*) from places)
      join folk on folk.group_id = places.id and folk.place = (n / 31) % folk.size
      left join decided on n % 6 = 0 and decided.group_id = places.id and decided.place = n / 30 % 160
      returning id, created_by_id, created_at)
    insert into task_people (task_id, person_id, created_at)
    select id, created_by_id, created_at from fresh where abs(hashtext(id::text)) % 10 > 0`)
  await db.execute(sql`
    insert into task_endings (task_id, kind, words, ended_by_id, created_at)
    select id, 'done', 'erledigt', created_by_id, created_at + interval '2 hours'
    from tasks where created_by_id is not null and not exists (select from task_endings where task_id = tasks.id)
    order by created_at
    limit (select greatest(0, count(*) - ${openTasks}::int) from tasks)`)
}

/** Most of what happened was work on texts and tasks. */
async function addEvents(db: Database, { events }: LargeSize): Promise<void> {
  await db.execute(sql`
    insert into events (kind, group_id, actor_id, subject_id, facts, created_at)
    select 'task.done', group_id, created_by_id, id, jsonb_build_object('title', title), created_at
    from tasks where created_by_id is not null order by created_at limit ${events}::int / 2`)
  await db.execute(sql`
    insert into events (kind, group_id, actor_id, subject_id, facts, created_at)
    select 'document.edited', group_id, created_by_id, documents.id, jsonb_build_object('title', title), created_at
    from documents cross join generate_series(1, 3) order by created_at limit ${events}::int / 2`)
}

/** Tasks come from decisions, so these are there already. */
export async function enlargeWork(db: Database, size: LargeSize): Promise<void> {
  await addDocuments(db, size)
  await addTasks(db, size)
  await addEvents(db, size)
}
