import { type Column, type SQL, sql } from 'drizzle-orm'
import { decisionNotes, decisions } from './schema.ts'

/** Whether a decision holds, from whichever page one asks. */
export const standings = [
  'in_force',
  'not_yet',
  'expired',
  'superseded',
  'annulled',
  'in_doubt',
  'rejected',
  'status_quo_confirmed',
] as const

export type Standing = (typeof standings)[number]

/** Goes on from here: it can be carried out, referred and quoted. */
export const holds = ({ standing }: { standing: Standing }) =>
  standing === 'in_force' || standing === 'not_yet' || standing === 'in_doubt'

const today = sql`(now() at time zone 'Europe/Berlin')::date`

/** A decision that should never have been entered ends nobody else's force (`DOMAIN.md 7 A10`). */
const isEntered = sql`not exists (
  select from ${decisionNotes} undone where undone.decision_id = later.id and undone.kind = 'annulment'
    and undone.signed_at is not null and undone.by_decision_id is null
)`

/** Of the decision that a note rests on: what it says about an earlier one has come true. Needs it as `later`. */
export const isEffective = sql<boolean>`(coalesce(later.in_force_from, later.decided_on) <= ${today} and ${isEntered})`

/** Signed, and the decision that it rests on, if there is one, has begun to hold. */
const endedBy = (kind: 'annulment' | 'supersession', id: Column = decisions.id): SQL => sql`exists (
  select from ${decisionNotes} ending left join ${decisions} later on later.id = ending.by_decision_id
  where ending.decision_id = ${id} and ending.kind = ${kind} and ending.signed_at is not null
    and (later.id is null or ${isEffective})
)`

/** The same as `endedBy` for all of them at once: where many are looked through, the notes are read only once. */
const allEnded = sql`(
  select ending.decision_id from ${decisionNotes} ending left join ${decisions} later on later.id = ending.by_decision_id
  where ending.kind in ('annulment', 'supersession') and ending.signed_at is not null
    and (later.id is null or ${isEffective})
)`

/** Adopted and neither over, superseded nor annulled; says of many what `holds` says of one. */
export const stillHolds = sql`(${decisions.outcome} = 'adopted'
  and coalesce(${decisions.inForceUntil} >= ${today}, true) and ${decisions.id} not in ${allEnded})`

/** Should never have been entered, or no longer holds because the group said so. */
export const isAnnulled = (id: Column): SQL => endedBy('annulment', id)

/** The last recount says whether it would have ended otherwise (`DOMAIN.md 4.1 G10`). */
const isInDoubt = sql`(
  select recount.is_decisive from ${decisionNotes} recount
  where recount.decision_id = ${decisions.id} and recount.kind = 'recount' and recount.signed_at is not null
  order by recount.signed_at desc limit 1
)`

/**
 * The one place that says where a decision stands today, for reading and for filtering. Never stored: it follows from
 * the decision, the notes that two have signed, and the day. For queries over `decisions` and one table more.
 */
export const standing = sql<Standing>`case
  when ${endedBy('annulment')} then 'annulled'
  when ${endedBy('supersession')} then 'superseded'
  when ${isInDoubt} then 'in_doubt'
  when ${decisions.outcome} <> 'adopted' then ${decisions.outcome}::text
  when ${decisions.inForceFrom} > ${today} then 'not_yet'
  when ${decisions.inForceUntil} < ${today} then 'expired'
  else 'in_force' end`
