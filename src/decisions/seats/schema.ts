import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { groups, organisations } from '../../groups/schema.ts'
import { people } from '../../identity/schema.ts'
import { rounds } from '../rounds/schema.ts'

export const seatKind = pgEnum('seat_kind', ['person', 'organisation', 'group'])

/** In which capacity somebody answers for a seat. Co-delegates are principals of the same seat (`DOMAIN.md 4.3`). */
export const seatRank = pgEnum('seat_rank', ['principal', 'deputy', 'proxy'])

/** The seats that a group gives to organisations and other groups, as in the circle. */
export const standingSeats = pgTable(
  'standing_seats',
  {
    id: id(),
    groupId: always(() => groups.id),
    kind: seatKind().notNull(),
    organisationId: to(() => organisations.id),
    /** The group whose lead and delegates sit on it. */
    sendingGroupId: to(() => groups.id),
    weight: integer().notNull().default(1),
    /** Number of the decision that gave it, or how else it was given. */
    givenBy: text().notNull().default(''),
    createdAt: createdAt(),
    endedAt: instant(),
    /** Number of the decision that ended it. */
    endedBy: text().notNull().default(''),
  },
  (t) => [
    index().on(t.groupId),
    uniqueIndex('one_seat_per_organisation').on(t.groupId, t.organisationId).where(sql`${t.endedAt} is null`),
    uniqueIndex('one_seat_per_sending_group').on(t.groupId, t.sendingGroupId).where(sql`${t.endedAt} is null`),
    check('no_seat_in_itself', sql`${t.sendingGroupId} <> ${t.groupId}`),
    check('whole_standing_weight', sql`${t.weight} > 0`),
    check('somebody_behind_a_seat', sql`num_nonnulls(${t.organisationId}, ${t.sendingGroupId}) = 1`),
    check(
      'seats_of_their_kind',
      sql`(${t.kind} = 'organisation') = (${t.organisationId} is not null) and (${t.kind} = 'group') = (${t.sendingGroupId} is not null)`,
    ),
  ],
)

/** Who sits for an organisation: one principal or more, and deputies. */
export const standingSeatHolders = pgTable(
  'standing_seat_holders',
  {
    id: id(),
    seatId: always(() => standingSeats.id),
    personId: always(() => people.id),
    rank: seatRank().notNull().default('principal'),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex('nobody_twice_on_a_seat').on(t.seatId, t.personId).where(sql`${t.endedAt} is null`),
    index().on(t.seatId),
    index().on(t.personId),
    check('no_standing_proxies', sql`${t.rank} <> 'proxy'`),
  ],
)

/** The roll: every seat that is entitled, fixed at opening. */
export const seats = pgTable(
  'seats',
  {
    id: id(),
    roundId: always(() => rounds.id),
    kind: seatKind().notNull().default('person'),
    /** The organisation or group behind it; a person's seat has none. */
    organisationId: to(() => organisations.id),
    sendingGroupId: to(() => groups.id),
    weight: integer().notNull().default(1),
  },
  (t) => [unique().on(t.id, t.roundId), index().on(t.roundId), check('whole_weight', sql`${t.weight} > 0`)],
)

/** Who may answer for a seat of a round, fixed at opening like the roll itself; nobody twice on one seat. */
export const seatHolders = pgTable(
  'seat_holders',
  {
    seatId: uuid().notNull(),
    roundId: uuid().notNull(),
    personId: always(() => people.id),
    rank: seatRank().notNull().default('principal'),
    /** Under which the register names it: the bytes that are hashed lead to nobody. */
    key: uuid().notNull().unique().defaultRandom(),
  },
  (t) => [
    primaryKey({ columns: [t.seatId, t.personId] }),
    foreignKey({ columns: [t.seatId, t.roundId], foreignColumns: [seats.id, seats.roundId] }),
    unique().on(t.seatId, t.personId, t.rank),
    index().on(t.personId),
    index().on(t.roundId),
  ],
)

/** Told before a round opens, in text form: this member may answer for that one in this group (`DOMAIN.md 4.9`). */
export const proxies = pgTable(
  'proxies',
  {
    id: id(),
    groupId: always(() => groups.id),
    principalId: always(() => people.id),
    holderId: always(() => people.id),
    createdAt: createdAt(),
    endedAt: instant(),
  },
  (t) => [
    uniqueIndex('one_proxy_at_a_time').on(t.groupId, t.principalId).where(sql`${t.endedAt} is null`),
    index().on(t.groupId),
    index().on(t.holderId),
    check('proxies_of_somebody_else', sql`${t.principalId} <> ${t.holderId}`),
  ],
)

/** A seat that lost its entitlement without an answer leaves the roll (`DOMAIN.md 4.2 R3`). */
export const seatLosses = pgTable('seat_losses', {
  seatId: to(() => seats.id).primaryKey(),
  reason: text().notNull(),
  createdAt: createdAt(),
})

/** A conflict of interest: may speak, not vote; a ballot cast anyway is void (`DOMAIN.md 4.1 G9`). */
export const recusals = pgTable(
  'recusals',
  {
    seatId: uuid().primaryKey(),
    roundId: uuid().notNull(),
    /** One of the rule set's conflict categories. */
    category: text().notNull(),
    /** A principal of the seat, or who confirmed what another one had proposed. */
    declaredById: always(() => people.id),
    proposedById: to(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.seatId, t.roundId], foreignColumns: [seats.id, seats.roundId] }),
    index().on(t.roundId),
  ],
)

/** Somebody else than a principal says that there is a conflict: voids nothing before somebody confirms it. */
export const recusalProposals = pgTable(
  'recusal_proposals',
  {
    seatId: uuid().primaryKey(),
    roundId: uuid().notNull(),
    category: text().notNull(),
    proposedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.seatId, t.roundId], foreignColumns: [seats.id, seats.roundId] }),
    index().on(t.roundId),
  ],
)

/** Seats that are there when a meeting decides; taken down until the count. */
export const attendances = pgTable(
  'attendances',
  {
    seatId: uuid().primaryKey(),
    roundId: uuid().notNull(),
    enteredById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    foreignKey({ columns: [t.seatId, t.roundId], foreignColumns: [seats.id, seats.roundId] }),
    index().on(t.roundId),
  ],
)

export type Seat = typeof seats.$inferSelect
export type StandingSeat = typeof standingSeats.$inferSelect
export type SeatRank = (typeof seatRank.enumValues)[number]
