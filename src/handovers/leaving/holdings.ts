import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { seatHasAnswered } from '../../decisions/ballots/standing.ts'
import { counts, rounds } from '../../decisions/rounds/schema.ts'
import { seatHolders, seatLosses, seats } from '../../decisions/seats/schema.ts'
import type { HeldFate, HeldKind } from '../schema.ts'

/** One thing that somebody has in their hands in a group. */
export interface Held {
  kind: HeldKind
  subjectId: string
  title: string
  /** What becomes of it when nobody, or when somebody takes over. */
  fates: { alone: HeldFate; withSuccessor: HeldFate }
  /** Of a round: whether an answer lies in it; of a proposal: whether one runs about it. */
  is: 'answered' | 'unanswered' | 'running' | null
}

interface Where {
  groupId: string
  personId: string
  membershipId: string
}

/** A draft and a referral belong to the group: everybody in it may go on with them. */
const fatesOf: Record<HeldKind, Held['fates']> = {
  task: { alone: 'nobody', withSuccessor: 'handed_over' },
  draft: { alone: 'stays', withSuccessor: 'stays' },
  proposal: { alone: 'stays', withSuccessor: 'handed_over' },
  role: { alone: 'nobody', withSuccessor: 'handed_over' },
  referral: { alone: 'stays', withSuccessor: 'stays' },
  answer: { alone: 'stays', withSuccessor: 'stays' },
  editorial_mandate: { alone: 'ended', withSuccessor: 'ended' },
  seat: { alone: 'ended', withSuccessor: 'ended' },
}

/** Written by nobody else: whoever else has words in it goes on with it anyway. */
const drafts = ({ groupId, personId }: Where) => sql`
  select 'draft' as kind, d.id, d.title, null as "is" from documents d
  where d.group_id = ${groupId} and d.created_by_id = ${personId} and not d.is_template
    and d.stage in ('draft', 'in_review', 'returned')
    and not exists (select from document_authors a where a.document_id = d.id and a.person_id <> ${personId})`

const tasks = ({ groupId, personId }: Where) => sql`
  select 'task', t.id, t.title, null from tasks t join task_people p on p.task_id = t.id and p.person_id = ${personId}
  where t.group_id = ${groupId} and t.is_open`

const isDecided = sql`exists (
  select from rounds r join counts c on c.round_id = r.id
  where r.proposal_id = p.id and c.outcome in ('adopted', 'rejected', 'status_quo_confirmed'))`

const isRunning = sql`exists (
  select from rounds r where r.proposal_id = p.id and not exists (select from counts c where c.round_id = r.id))`

const proposals = ({ groupId, personId }: Where) => sql`
  select 'proposal', p.id, p.title, case when ${isRunning} then 'running' end from proposals p
  where p.group_id = ${groupId} and p.author_id = ${personId}
    and not exists (select from proposal_withdrawals w where w.proposal_id = p.id)
    and not exists (select from proposal_lapses l where l.proposal_id = p.id) and not ${isDecided}`

const roles = ({ membershipId }: Where) => sql`
  select 'role', t.id, t.role::text, null from role_terms t
  where t.membership_id = ${membershipId} and t.ended_at is null`

const referrals = ({ groupId, personId }: Where) => sql`
  select 'referral', r.id, r.title, null from referrals r
  where r.from_id = ${groupId} and r.forwarded_by_id = ${personId}
    and not exists (select from answers a where a.referral_id = r.id)`

const answers = ({ groupId, personId }: Where) => sql`
  select distinct 'answer', ${rounds.id}, ${rounds.title},
    case when bool_or(${seatHasAnswered}) over (partition by ${rounds.id}) then 'answered' else 'unanswered' end
  from ${seatHolders} join ${seats} on ${seats.id} = ${seatHolders.seatId} join ${rounds} on ${rounds.id} = ${seats.roundId}
  where ${rounds.groupId} = ${groupId} and ${seatHolders.personId} = ${personId}
    and not exists (select from ${counts} where ${counts.roundId} = ${rounds.id})
    and not exists (select from ${seatLosses} where ${seatLosses.seatId} = ${seats.id})`

const mandates = ({ groupId, personId }: Where) => sql`
  select 'editorial_mandate', m.id, d.title, null from editorial_mandates m join documents d on d.id = m.document_id
  where m.group_id = ${groupId} and m.person_id = ${personId} and m.ended_at is null`

const organisationSeats = ({ groupId, personId }: Where) => sql`
  select 'seat', h.id, o.name, null
  from standing_seat_holders h join standing_seats s on s.id = h.seat_id join organisations o on o.id = s.organisation_id
  where s.group_id = ${groupId} and h.person_id = ${personId} and h.ended_at is null and s.ended_at is null`

type Row = { kind: HeldKind; id: string; title: string; is: Held['is'] }

const parts = [roles, tasks, drafts, proposals, referrals, answers, mandates, organisationSeats]

const order = Object.keys(fatesOf)

/** A proposal that is being asked about stays as it is until the round is counted. */
const asHeld = ({ id, is, kind, title }: Row): Held => {
  const fates = is === 'running' ? ({ alone: 'stays', withSuccessor: 'stays' } as const) : fatesOf[kind]
  return { kind, subjectId: id, title, is, fates }
}

/** Everything that somebody has in their hands in one group, by what it is: one query, however much there is. */
export async function holdingsOf(db: Database, where: Where): Promise<Held[]> {
  const all = parts.map((part) => sql`select * from (${part(where)}) part (kind, id, title, "is")`)
  const rows = await db.execute<Row>(sql.join(all, sql` union all `))
  return [...rows]
    .map(asHeld)
    .sort(
      (one, other) => order.indexOf(one.kind) - order.indexOf(other.kind) || one.title.localeCompare(other.title, 'de'),
    )
}
