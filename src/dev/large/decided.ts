import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { LargeSize } from './size.ts'

/** Decisions of four years, each reported by one and confirmed by another, numbered without gaps. */
async function addDecisions(db: Database, { decisions }: LargeSize): Promise<void> {
  await db.execute(sql`
    with places as (select id, row_number() over (order by slug) - 1 as place from groups where slug like 'ag-%'),
      folk as (select group_id, person_id, row_number() over (partition by group_id order by id) as place from memberships),
      fresh as (
        insert into records (group_id, title, wording, summary, decided_on, place, manner, reported_by_id)
        select places.id, 'Beschluss ' || n, 'Wir machen, was in Nummer ' || n || ' steht.', 'Nummer ' || n || ' gilt.',
          current_date - (n % 1400), 'Gasthof', 'einstimmig', folk.person_id
        from generate_series(1, ${decisions}::int - (select count(*)::int from decisions)) n
        join places on places.place = n % (select count(*) from places)
        join folk on folk.group_id = places.id and folk.place = 1
        returning *)
    insert into decisions (group_id, year, number, record_id, method, title, wording, summary, outcome, reason, decided_on,
      review_on, first_person_id, second_person_id, created_at)
    select fresh.group_id, extract(year from decided_on),
      row_number() over (partition by fresh.group_id, extract(year from decided_on) order by decided_on, fresh.id),
      fresh.id, 'recorded', title, wording, summary, 'adopted', 'recorded', decided_on,
      case when abs(hashtext(fresh.id::text)) % 10 = 0 then decided_on + 400 end,
      reported_by_id, folk.person_id, decided_on + time '20:00'
    from fresh join folk on folk.group_id = fresh.group_id and folk.place = 2`)
  await db.execute(sql`
    insert into decision_ideas (decision_id, idea_id)
    select decisions.id, guiding_ideas.id from decisions join guiding_ideas on guiding_ideas.position = decisions.number % 7 + 1
    where record_id is not null on conflict do nothing`)
}

/** What groups have sent up; all but the newest are answered. */
async function addReferrals(db: Database, { referrals, openReferrals }: LargeSize): Promise<void> {
  await db.execute(sql`
    with given as (
      select decisions.*, row_number() over (order by decided_on, decisions.id) as place
      from decisions join groups on groups.id = group_id
      where slug like 'ag-%' and extract(year from decided_on) < extract(year from current_date))
    insert into referrals (year, number, from_id, to_id, title, request, decision_id, wish, forwarded_by_id, created_at)
    select year, 1000 + row_number() over (partition by year order by place), group_id,
      (select id from groups where kind = 'circle'), title, 'adopt', id, 'Bitte beschließen.', first_person_id, created_at
    from given order by place desc limit ${referrals}::int`)
  await db.execute(sql`
    insert into answers (referral_id, kind, statement, answered_by_id, created_at)
    select referrals.id, 'noted', 'Wir haben es gelesen. Beschlossen ist nichts.', forwarded_by_id,
      created_at + interval '20 days'
    from referrals where number > 1000
    order by created_at
    limit (select greatest(0, count(*) - ${openReferrals}::int) from referrals where number > 1000)`)
}

export async function enlargeRegister(db: Database, size: LargeSize): Promise<void> {
  await addDecisions(db, size)
  await addReferrals(db, size)
}
