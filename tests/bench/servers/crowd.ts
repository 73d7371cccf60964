import type postgres from 'postgres'
import { loadBase } from '#src/dev/base.ts'
import { connect, migrateDatabase, openDatabase } from '#src/runtime/postgres/database.ts'
import type { Ground } from '../running/postgres.ts'
import type { OldText } from './subject.ts'

const template = 'crowd'
const size = 5_000

/** Everybody who will ever take part is a member of one group and signed in: client 7 shows the secret `secret-7`. */
async function addCrowd(sql: postgres.Sql): Promise<void> {
  await sql`
    with added as (
      insert into people (name, email)
      select 'Person ' || n, 'person-' || n || '@example.org' from generate_series(0, ${size - 1}::int) n
      returning id, split_part(split_part(email, '@', 1), '-', 2) as n
    ), members as (
      insert into memberships (group_id, person_id)
      select groups.id, added.id from added cross join groups where slug = 'en'
    )
    insert into sessions (id, user_id, expires_at, ends_at)
    select encode(sha256(convert_to('secret-' || n, 'UTF8')), 'hex'), id, now() + '1 day', now() + '1 day' from added`
}

let made: Promise<string> | undefined

async function make(ground: Ground): Promise<string> {
  const place = await ground.createDatabase(template)
  await migrateDatabase(place)
  const { db, end } = openDatabase(place, 1)
  await loadBase(db)
  await end()
  const sql = connect(place, { max: 1 })
  await addCrowd(sql)
  await sql.end()
  return template
}

/** Makes the sample alliance with thousands of members, once, and tells the name of the template. */
export const crowd = (ground: Ground): Promise<string> => {
  made ??= make(ground)
  return made
}

/** Drafts of the group: blank ones, or as many copies of one that has been merged before and written in since. */
export async function addTexts(sql: postgres.Sql, count: number, old?: OldText): Promise<string[]> {
  const added = await sql<{ id: string }[]>`
    insert into documents (group_id, kind, title, created_by_id)
    select groups.id, 'position', 'Energie bleibt im Dorf', people.id
    from groups cross join people cross join generate_series(1, ${count}::int)
    where slug = 'en' and email = 'person-0@example.org'
    returning id`
  const ids = added.map(({ id }) => id)
  if (!old) return ids
  await sql`
    insert into document_states (document_id, bytes, covered_seq)
    select id, ${Buffer.from(old.state)}, 0 from unnest(${ids}::uuid[]) as id`
  for (const update of old.updates)
    await sql`
      insert into document_updates (document_id, bytes, person_id)
      select id, ${Buffer.from(update)}, created_by_id from documents where id = any(${ids}::uuid[])`
  return ids
}
