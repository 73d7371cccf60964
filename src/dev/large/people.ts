import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { LargeSize } from './size.ts'

/** Groups with a mandate and rules, named by their number. */
async function addGroups(db: Database, { groups }: LargeSize): Promise<void> {
  await db.execute(sql`
    insert into groups (kind, slug, prefix, name)
    select 'working_group', 'ag-' || n, 'X' || chr(64 + n / 26 + 1) || chr(65 + n % 26), 'AG Nummer ' || n
    from generate_series(1, ${groups}::int - (select count(*)::int from groups)) n`)
  await db.execute(sql`
    insert into mandates (group_id, aim, domain, given_by, valid_from, valid_until)
    select id, 'Arbeit an Thema ' || prefix, 'Alles zu ' || prefix, 'KK-2025-001', '2025-01-01',
      current_date + (row_number() over (order by slug) * 20)::int
    from groups where slug like 'ag-%'`)
  await db.execute(sql`
    insert into rule_sets (group_id, version, rules)
    select fresh.id, 1, (select rules from rule_sets join groups on groups.id = group_id where slug = 'en' limit 1)
    from groups fresh where fresh.slug like 'ag-%'`)
}

/** Each belongs to one group, every fifth to a second one. */
async function addMembers(db: Database, { people }: LargeSize): Promise<void> {
  await db.execute(sql`
    insert into people (name, email)
    select 'Person ' || n || ' Musterfeld', 'person-' || n || '@example.org'
    from generate_series(1, ${people}::int - (select count(*)::int from people)) n`)
  await db.execute(sql`
    with fresh as (select id, row_number() over (order by slug) - 1 as place from groups where slug like 'ag-%'),
      folk as (select id, row_number() over (order by email) as place from people where email like 'person-%')
    insert into memberships (group_id, person_id)
    select fresh.id, folk.id from folk join fresh on fresh.place = folk.place % (select count(*) from fresh)
    union
    select fresh.id, folk.id from folk join fresh on fresh.place = (folk.place * 7 + 3) % (select count(*) from fresh)
    where folk.place % 5 = 0`)
}

/** The first two of each group lead it and speak for it in the circle; every sixth group has no delegate. */
async function addRoles(db: Database): Promise<void> {
  await db.execute(sql`
    with ranked as (
      select memberships.id, group_id, person_id, slug,
        row_number() over (partition by group_id order by memberships.id) as place
      from memberships join groups on groups.id = group_id where slug like 'ag-%')
    insert into role_terms (membership_id, group_id, role, starts_on, ends_on, given_by)
    select id, group_id, (array['lead', 'delegate', 'minute_taker', 'facilitator'])[place]::role, '2025-01-01',
      current_date + (place * 40)::int, 'gewählt'
    from ranked where place <= 4 and not (place = 2 and right(slug, 1) = '6')`)
  await db.execute(sql`
    insert into memberships (group_id, person_id, votes)
    select distinct (select id from groups where kind = 'circle'), person_id, false
    from role_terms join memberships on memberships.id = membership_id join groups on groups.id = role_terms.group_id
    where slug like 'ag-%' and role in ('lead', 'delegate')
    on conflict do nothing`)
}

export async function enlargePeople(db: Database, size: LargeSize): Promise<void> {
  await addGroups(db, size)
  await addMembers(db, size)
  await addRoles(db)
}
