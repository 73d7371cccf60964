import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { groups, mandates, memberships, roleTerms } from '../schema.ts'
import { termReminders } from './schema.ts'

/** How many days before its end somebody is told. */
export const leadDays = { two_months: 60, two_weeks: 14 } as const

type Lead = keyof typeof leadDays

/** Where an end is nearer than two weeks already, the earlier mail would say nothing more. */
const isWithin = (lead: Lead, endsOn: SQL, today: string) => {
  const left = sql`(${endsOn} - ${today}::date)`
  return lead === 'two_weeks' ? sql`${left} between 0 and 14` : sql`${left} between 15 and 60`
}

const inForce = (alias: SQL, today: string) =>
  sql`${alias}.ended_at is null and (${alias}.ends_on is null or ${alias}.ends_on >= ${today}::date)`

/** Who looks after a group, and who coordinates the alliance. */
const keepers = (today: string) => sql`
  select term.group_id as group_id, member.person_id as person_id
  from ${roleTerms} term join ${memberships} member on member.id = term.membership_id
  where term.role = 'lead' and ${inForce(sql`term`, today)} and ${inForce(sql`member`, today)}
  union
  select body.id, member.person_id
  from ${groups} body, ${roleTerms} term join ${memberships} member on member.id = term.membership_id
  where term.role = 'coordinator' and ${inForce(sql`term`, today)} and ${inForce(sql`member`, today)}
`

/** The end of a shorter term was in sight when it began. */
const isLongEnough = (lead: Lead) =>
  lead === 'two_months' ? sql`ending.ends_on - ending.starts_on >= ${leadDays.two_months}` : sql`true`

const callForTerms = (db: Database, lead: Lead, today: string) =>
  db.execute(sql`
    with keepers as (${keepers(today)}), ending as (
      select term.id, term.group_id, member.person_id, term.ends_on, term.starts_on
      from ${roleTerms} term join ${memberships} member on member.id = term.membership_id
        join ${groups} body on body.id = term.group_id
      where term.ended_at is null and ${inForce(sql`member`, today)} and body.state <> 'dissolved'
        and ${isWithin(lead, sql`term.ends_on`, today)}
    )
    insert into ${termReminders} (term_id, person_id, lead)
    select ending.id, told.person_id, ${lead}::reminder_lead
    from ending cross join lateral (
      select ending.person_id union select person_id from keepers where keepers.group_id = ending.group_id
    ) told
    where ${isLongEnough(lead)}
    on conflict do nothing
  `)

const callForMandates = (db: Database, lead: Lead, today: string) =>
  db.execute(sql`
    with keepers as (${keepers(today)})
    insert into ${termReminders} (mandate_id, person_id, lead)
    select mandate.id, keepers.person_id, ${lead}::reminder_lead
    from ${mandates} mandate join ${groups} body on body.id = mandate.group_id
      join keepers on keepers.group_id = mandate.group_id
    where mandate.superseded_at is null and body.state <> 'dissolved'
      and ${isWithin(lead, sql`mandate.valid_until`, today)}
    on conflict do nothing
  `)

/**
 * Whose term and which mandate ends soon is to be told: to the person, to those who lead the group and to those who
 * coordinate the alliance, each once per distance, whichever process looks first.
 */
export async function callForEnds(db: Database, today: string): Promise<void> {
  for (const lead of ['two_months', 'two_weeks'] as const) {
    await callForTerms(db, lead, today)
    await callForMandates(db, lead, today)
  }
}
