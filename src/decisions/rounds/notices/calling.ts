import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { seatHasAnswered } from '../../ballots/standing.ts'
import { decisions } from '../../register/schema.ts'
import { recusals, seatHolders, seatLosses, seats } from '../../seats/schema.ts'
import { counts, roundNotices, rounds } from '../schema.ts'

const stillSeated = sql`not exists (select from ${seatLosses} where ${seatLosses.seatId} = ${seats.id})`
const mayVote = sql`${stillSeated} and not exists (select from ${recusals} where ${recusals.seatId} = ${seats.id})`

/**
 * Everybody on the roll is to be told, in the transaction in which it happens; the mails go out after it. Something of
 * this kind that is told a second time is a further mail.
 */
export async function callFor(tx: Database, roundId: string, kind: 'invitation' | 'extension'): Promise<void> {
  await tx.execute(sql`
    insert into ${roundNotices} (round_id, person_id, kind)
    select distinct ${seatHolders.roundId}, ${seatHolders.personId}, ${kind}::round_notice_kind
    from ${seatHolders} join ${seats} on ${seats.id} = ${seatHolders.seatId}
    where ${seatHolders.roundId} = ${roundId} and ${mayVote}
    on conflict (round_id, person_id, kind) do update set created_at = now(), sent_at = null, bounced_at = null
  `)
}

const begin = sql`coalesce(${rounds.startsAt}, ${rounds.openedAt})`
const end = sql`round_closes_at(${rounds.id})`
const half = sql`(${begin} + (${end} - ${begin}) / 2)`
const lastDay = sql`(${end} - interval '24 hours')`

/**
 * Two mails about one thing within so short a time help nobody: then the later one is enough. Three days, after which
 * silence may say something, have room for both, also when they begin a moment late and the clocks change in them.
 */
const apart = sql`interval '11 hours'`

const isHalfTime = sql`now() >= ${half} and now() < ${lastDay} and ${lastDay} - ${half} >= ${apart}`
const isLastDay = sql`now() >= ${lastDay} and now() < ${end} and ${lastDay} - ${begin} >= ${apart}`

/** Called for this end already. One that is being sent right now is left alone, however long that takes. */
const isCalled = (kind: 'half_time' | 'last_day') => sql`exists (
  select from ${roundNotices} where ${roundNotices.roundId} = ${rounds.id} and ${roundNotices.personId} = ${seatHolders.personId}
    and ${roundNotices.kind} = ${kind} and (${roundNotices.kind} <> 'last_day' or ${roundNotices.createdAt} >= ${lastDay}))`

const remind = (db: Database, kind: 'half_time' | 'last_day', isDue: typeof isHalfTime) =>
  db.execute(sql`
    insert into ${roundNotices} (round_id, person_id, kind)
    select distinct ${rounds.id}, ${seatHolders.personId}, ${kind}::round_notice_kind
    from ${rounds} join ${seats} on ${seats.roundId} = ${rounds.id} join ${seatHolders} on ${seatHolders.seatId} = ${seats.id}
    where not exists (select from ${counts} where ${counts.roundId} = ${rounds.id})
      and ${rounds.channel} <> 'meeting' and ${isDue} and ${mayVote} and not ${seatHasAnswered}
      and not ${isCalled(kind)}
    on conflict (round_id, person_id, kind) do update set created_at = now(), sent_at = null, bounced_at = null
    where ${roundNotices.kind} = 'last_day'
      and ${roundNotices.createdAt} < round_closes_at(${roundNotices.roundId}) - interval '24 hours'
  `)

/**
 * Who has not answered is reminded at half time and 24 hours before the end (`DOMAIN.md 4.8`): of a later end, if there
 * is one, though the last day of the earlier one had begun.
 */
export async function callTheSilent(db: Database): Promise<void> {
  await remind(db, 'half_time', isHalfTime)
  await remind(db, 'last_day', isLastDay)
}

/** A result waits a day for its second person, and is told within two days in any case. */
const isReadyToTell = sql`(
  ${counts.outcome} not in ('adopted', 'rejected', 'status_quo_confirmed')
  or ${counts.createdAt} < now() - interval '1 day'
  or exists (select from ${decisions} where ${decisions.roundId} = ${counts.roundId})
)`

/** Who was asked by mail hears how it ended however long no server ran; what ended before there were mails is past. */
const isNews = sql`(
  ${counts.createdAt} > now() - interval '4 days'
  or exists (select from ${roundNotices} where ${roundNotices.roundId} = ${counts.roundId} and ${roundNotices.kind} = 'invitation')
)`

const isTold = sql`exists (
  select from ${roundNotices} where ${roundNotices.roundId} = ${counts.roundId} and ${roundNotices.kind} = 'result')`

/** Everybody on the roll hears how it ended, once. */
export async function callForResults(db: Database): Promise<void> {
  await db.execute(sql`
    insert into ${roundNotices} (round_id, person_id, kind)
    select distinct ${seatHolders.roundId}, ${seatHolders.personId}, 'result'::round_notice_kind
    from ${counts} join ${seats} on ${seats.roundId} = ${counts.roundId} join ${seatHolders} on ${seatHolders.seatId} = ${seats.id}
    where ${isNews} and ${isReadyToTell} and ${stillSeated} and not ${isTold}
    on conflict do nothing
  `)
}
