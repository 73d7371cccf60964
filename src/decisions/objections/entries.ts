import { and, desc, eq, notExists, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { inForce } from '../../groups/membership.ts'
import { memberships } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { dayOf } from '../../web/days.ts'
import { type Round, rounds } from '../rounds/schema.ts'
import { type Objection, objectionEfforts, objectionEndings, objectionLapses, objections } from './schema.ts'

/** How far it has come (`DOMAIN.md 3.3`). */
export type ObjectionState =
  | 'raised'
  | 'in_work'
  | 'integrated'
  | 'withdrawn'
  | 'downgraded'
  | 'unresolved'
  | 'lapsed'
  | 'not_counted'

export interface ObjectionEntry extends Objection {
  owner: string
  /** Whose vote it was raised with, where that was handed over. */
  forName: string | null
  proposalId: string
  /** Which round of the proposal it was raised in. */
  roundNumber: number
  /** The text that it was raised against. */
  version: number
  /** Nobody is there any more who could say that it is settled. */
  ownerHasLeft: boolean
  /** By the clock of the database: a fortnight without a word, although there was something to answer. */
  ownerIsSilent: boolean
  ending: typeof objectionEndings.$inferSelect | null
  /** Who looks for a wording with its owner. */
  effort: (typeof objectionEfforts.$inferSelect & { by: string }) | null
  /** That nobody will settle it any more: said by one, in force when a second has signed. */
  lapse: (typeof objectionLapses.$inferSelect & { proposedBy: string; signedBy: string | null }) | null
  state: ObjectionState
}

/** Nobody has said yet that it is settled. */
export const isOpen = ({ state }: Pick<ObjectionEntry, 'state'>) => state === 'raised' || state === 'in_work'

/** Its owner has left, or has said nothing for a fortnight. */
export const isStuck = (objection: Pick<ObjectionEntry, 'state' | 'ownerHasLeft' | 'ownerIsSilent'>) =>
  isOpen(objection) && (objection.ownerHasLeft || objection.ownerIsSilent)

const helpers = alias(people, 'helpers')
const proposers = alias(people, 'lapse_proposers')
const signers = alias(people, 'lapse_signers')

function ownerHasLeft(db: Database): SQL<boolean> {
  const inGroup = and(eq(memberships.groupId, rounds.groupId), eq(memberships.personId, objections.ownerId))
  const stillMember = and(inGroup, eq(memberships.standing, 'member'), inForce(dayOf(new Date())))
  return sql<boolean>`${notExists(db.select({ id: memberships.id }).from(memberships).where(stillMember))}`
}

/** The last moment at which the owner said something here, or was given something to say something to. */
const lastWord = sql`greatest(
  ${objections.createdAt}, ${objectionEfforts.createdAt},
  (select max(v.created_at) from proposal_versions v where v.proposal_id = ${rounds.proposalId}),
  (select max(b.received_at) from ballots b join rounds r on r.id = b.round_id
    where r.proposal_id = ${rounds.proposalId} and b.cast_by_id = ${objections.ownerId}),
  (select max(o.created_at) from proposal_opinions o
    where o.proposal_id = ${rounds.proposalId} and o.person_id = ${objections.ownerId})
)`

/** Who sits on the seat themselves, where its owner answers for it with a vote that was handed over. */
const principalOf = sql<string | null>`(
  select p.name from seat_holders mine
    join seat_holders theirs on theirs.seat_id = mine.seat_id and theirs.rank = 'principal'
    join people p on p.id = theirs.person_id
  where mine.seat_id = ${objections.seatId} and mine.person_id = ${objections.ownerId} and mine.rank = 'proxy' limit 1
)`

/** Its seat is recused, or somebody else has answered for it: whoever had handed the vote over (`DOMAIN.md 4.3`). */
const isCountedOut = sql<boolean>`exists (
  select from counted_ballots c left join ballots b on b.id = c.ballot_id
  where c.seat_id = ${objections.seatId} and c.reason not in ('reworded', 'cancelled')
    and (b.choice is null or b.choice <> 'objection' or b.cast_by_id <> ${objections.ownerId})
)`

/** Decided on, taken back or lapsed: what was not settled by then stays so. */
const isOver = sql<boolean>`(
  exists (select from decisions d join rounds r on r.id = d.round_id where r.proposal_id = ${rounds.proposalId})
  or exists (select from proposal_withdrawals w where w.proposal_id = ${rounds.proposalId})
  or exists (select from proposal_lapses l where l.proposal_id = ${rounds.proposalId})
)`

const rows = (db: Database) =>
  db
    .select({
      objection: objections,
      owner: people.name,
      forName: principalOf,
      proposalId: rounds.proposalId,
      roundNumber: rounds.number,
      version: rounds.proposalVersion,
      ownerHasLeft: ownerHasLeft(db),
      ownerIsSilent: sql<boolean>`${lastWord} < now() - interval '14 days'`,
      ending: objectionEndings,
      effort: objectionEfforts,
      helper: helpers.name,
      lapse: objectionLapses,
      proposedBy: proposers.name,
      signedBy: signers.name,
      isOver,
      isCountedOut,
    })
    .from(objections)
    .innerJoin(rounds, eq(rounds.id, objections.roundId))
    .innerJoin(people, eq(people.id, objections.ownerId))
    .leftJoin(objectionEndings, eq(objectionEndings.objectionId, objections.id))
    .leftJoin(objectionEfforts, eq(objectionEfforts.objectionId, objections.id))
    .leftJoin(helpers, eq(helpers.id, objectionEfforts.takenUpById))
    .leftJoin(objectionLapses, eq(objectionLapses.objectionId, objections.id))
    .leftJoin(proposers, eq(proposers.id, objectionLapses.proposedById))
    .leftJoin(signers, eq(signers.id, objectionLapses.signedById))
    .$dynamic()

type Row = Awaited<ReturnType<typeof rows>>[number]

function stateOf({ ending, effort, lapse, isOver, isCountedOut }: Row): ObjectionState {
  if (ending) return ending.kind
  if (lapse?.signedAt) return 'lapsed'
  if (isCountedOut) return 'not_counted'
  if (isOver) return 'unresolved'
  return effort ? 'in_work' : 'raised'
}

function entry(row: Row): ObjectionEntry {
  const { objection, effort, helper, lapse, proposedBy, signedBy, isOver: _, isCountedOut: __, ...rest } = row
  return {
    ...{ ...objection, ...rest, state: stateOf(row) },
    effort: effort && { ...effort, by: helper ?? '' },
    lapse: lapse && { ...lapse, proposedBy: proposedBy ?? '', signedBy },
  }
}

/** Everything that was raised against this proposal, in the order of its rounds. */
export const objectionsTo = async (db: Database, proposalId: string): Promise<ObjectionEntry[]> =>
  (await rows(db).where(eq(rounds.proposalId, proposalId)).orderBy(desc(rounds.number), byName(people.name))).map(entry)

export async function findObjection(
  db: Database,
  round: Pick<Round, 'id'>,
  id: string,
): Promise<ObjectionEntry | null> {
  const [row] = await rows(db).where(and(eq(objections.roundId, round.id), eq(objections.id, id)))
  return row ? entry(row) : null
}
