import { and, eq, isNotNull, isNull, notExists, type SQL, sql } from 'drizzle-orm'
import { change, type RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Ports } from '../../ports.ts'
import { lockProposal, standing } from './holding.ts'
import { about } from './proposing.ts'
import { type Proposal, proposalLapses, proposalLapseWarnings, proposals, proposalWithdrawals } from './schema.ts'

/** By the clock of the database; tests say another time. */
const databaseNow = sql`now()`

/** When anybody last did something about it: wrote, asked, answered, talked, or chose how to go on. */
export const lastMoved = sql<Date>`greatest(
  ${proposals.createdAt},
  (select max(v.created_at) from proposal_versions v where v.proposal_id = ${proposals.id}),
  (select max(q.created_at) from proposal_questions q where q.proposal_id = ${proposals.id}),
  (select max(q.answered_at) from proposal_questions q where q.proposal_id = ${proposals.id}),
  (select max(o.created_at) from proposal_opinions o where o.proposal_id = ${proposals.id}),
  (select max(r.opened_at) from rounds r where r.proposal_id = ${proposals.id}),
  (select max(c.created_at) from rounds r join counts c on c.round_id = r.id where r.proposal_id = ${proposals.id}),
  (select max(f.created_at) from rounds r join follow_ups f on f.round_id = r.id where r.proposal_id = ${proposals.id}),
  (select max(e.created_at) from rounds r join objections o on o.round_id = r.id
    join objection_efforts e on e.objection_id = o.id where r.proposal_id = ${proposals.id}),
  (select max(e.created_at) from rounds r join objections o on o.round_id = r.id
    join objection_endings e on e.objection_id = o.id where r.proposal_id = ${proposals.id})
)`.mapWith(proposals.createdAt)

/** Its latest round ended without a result, and nothing has been open or decided since. */
const isUndecided = sql`exists (
  select from rounds r join counts c on c.round_id = r.id
  where r.proposal_id = ${proposals.id} and c.outcome not in ('adopted', 'rejected', 'status_quo_confirmed')
    and r.number = (select max(l.number) from rounds l where l.proposal_id = r.proposal_id)
)`

const lastWarned = sql`(select max(w.created_at) from proposal_lapse_warnings w where w.proposal_id = ${proposals.id})`

/** 180 days without a movement, told 14 days before (`DOMAIN.md 3.3`). */
const isIdle = (now: SQL, days: number) => sql`${lastMoved} < ${now} - make_interval(days => ${days})`

const idle = (tx: Database, when: SQL | undefined): Promise<{ id: string }[]> =>
  tx
    .select({ id: proposals.id })
    .from(proposals)
    .leftJoin(proposalWithdrawals, eq(proposalWithdrawals.proposalId, proposals.id))
    .leftJoin(proposalLapses, eq(proposalLapses.proposalId, proposals.id))
    .where(and(isNull(proposalWithdrawals.proposalId), isNull(proposalLapses.proposalId), isUndecided, when))

const toWarn = (now: SQL) => and(isIdle(now, 166), sql`coalesce(${lastWarned} < ${lastMoved}, true)`)

const toLapse = (now: SQL) =>
  and(isIdle(now, 180), sql`${lastWarned} >= ${lastMoved}`, sql`${lastWarned} <= ${now} - interval '14 days'`)

/** Of several processes one does it; whoever comes second finds it done. */
async function warn(tx: Database, record: RecordEvent, id: string, now: SQL): Promise<void> {
  const proposal = await lockProposal(tx, id)
  if (!(await stillSo(tx, id, toWarn(now)))) return
  await tx.insert(proposalLapseWarnings).values({ proposalId: id, createdAt: sql`${now}` })
  await record({ kind: 'proposal.fading', ...about(proposal) })
}

async function lapse(tx: Database, record: RecordEvent, id: string, now: SQL): Promise<void> {
  const proposal = await lockProposal(tx, id)
  const { running, isSettled } = await standing(tx, proposal)
  if (running || isSettled || !(await stillSo(tx, id, toLapse(now)))) return
  const added = await tx.insert(proposalLapses).values({ proposalId: id }).onConflictDoNothing().returning()
  if (added.length > 0) await record({ kind: 'proposal.lapsed', ...about(proposal) })
}

const stillSo = async (tx: Database, id: string, when: SQL | undefined) =>
  (await idle(tx, and(eq(proposals.id, id), when))).length > 0

/** To be called once a day, by any process, as often as one likes. */
export async function lapseIdleProposals(ports: Pick<Ports, 'db' | 'bus'>, now: SQL = databaseNow): Promise<void> {
  for (const { id } of await idle(ports.db, toLapse(now)))
    await change(ports, (tx, record) => lapse(tx, record, id, now))
  for (const { id } of await idle(ports.db, toWarn(now))) await change(ports, (tx, record) => warn(tx, record, id, now))
}

/** The day on which it lapses unless somebody moves it; null when nobody has been told so. */
export async function lapsesAt(db: Database, { id }: Pick<Proposal, 'id'>): Promise<Date | null> {
  const warned = sql<Date>`${lastWarned} + interval '14 days'`.mapWith(proposals.createdAt)
  const stillOpen = notExists(db.select().from(proposalLapses).where(eq(proposalLapses.proposalId, proposals.id)))
  const [found] = await db
    .select({ at: warned })
    .from(proposals)
    .where(and(eq(proposals.id, id), isNotNull(lastWarned), sql`${lastWarned} >= ${lastMoved}`, stillOpen))
  return found?.at ?? null
}
