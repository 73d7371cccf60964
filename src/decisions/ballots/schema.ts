import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { always, id, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { roundOptions, rounds } from '../rounds/schema.ts'
import { roundMethod } from '../schema.ts'
import { seatHolders, seats } from '../seats/schema.ts'

export const ballotChoice = pgEnum('ballot_choice', [
  'consent',
  'concern',
  'objection',
  'yes',
  'no',
  'abstain',
  'support',
  'reservations',
  'stand_aside',
  'serious_concerns',
  'block',
  'rated',
  'void',
])

/** `meeting` = on paper, entered by those who take the minutes; it wins over whatever came online. */
export const ballotRank = pgEnum('ballot_rank', ['meeting', 'principal', 'deputy', 'proxy'])

/**
 * Every answer that was ever given, late ones too; nothing is overwritten. Which one counts for a seat follows from
 * `countedBallot` (`DOMAIN.md 4.3`) and is written down in `counted_ballots` when the round is counted.
 */
export const ballots = pgTable(
  'ballots',
  {
    id: id(),
    /** The order in which they were taken, whatever any clock says. */
    seq: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity().unique(),
    seatId: uuid().notNull(),
    roundId: uuid().notNull(),
    method: roundMethod().notNull(),
    /** Whose answer it is. */
    castById: always(() => people.id),
    rank: ballotRank().notNull().default('principal'),
    /** Who has entered a paper. */
    enteredById: to(() => people.id),
    /** Null takes back what the same person has said. */
    choice: ballotChoice(),
    reason: text().notNull().default(''),
    receivedAt: instant().notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    foreignKey({ columns: [t.seatId, t.roundId], foreignColumns: [seats.id, seats.roundId] }),
    foreignKey({ columns: [t.roundId, t.method], foreignColumns: [rounds.id, rounds.method] }),
    foreignKey({ columns: [t.seatId, t.castById], foreignColumns: [seatHolders.seatId, seatHolders.personId] }),
    unique().on(t.id, t.seatId),
    unique().on(t.id, t.roundId),
    index().on(t.roundId),
    index().on(t.seatId),
    index().on(t.castById),
    check('papers_are_entered', sql`(${t.rank} = 'meeting') = (${t.enteredById} is not null)`),
    check(
      'reasons_where_needed',
      sql`${t.choice} is null or ${t.choice}::text not in ('objection', 'block') or length(trim(${t.reason})) > 0`,
    ),
    check(
      'choices_of_their_method',
      sql`${t.choice} is null or ${t.choice}::text = 'void' or case ${t.method}::text
        when 'consent' then ${t.choice}::text in ('consent', 'concern', 'objection')
        when 'majority' then ${t.choice}::text in ('yes', 'no', 'abstain')
        when 'consensus' then ${t.choice}::text in ('support', 'reservations', 'abstain', 'stand_aside', 'serious_concerns', 'block')
        when 'systemic_consensing' then ${t.choice}::text = 'rated'
        else false end`,
    ),
  ],
)

/** Resistance from 0 (none) to 10 against one option of the round. */
export const ratings = pgTable(
  'ratings',
  {
    ballotId: uuid().notNull(),
    roundId: uuid().notNull(),
    optionId: uuid().notNull(),
    resistance: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.ballotId, t.optionId] }),
    foreignKey({ columns: [t.ballotId, t.roundId], foreignColumns: [ballots.id, ballots.roundId] }),
    foreignKey({ columns: [t.optionId, t.roundId], foreignColumns: [roundOptions.id, roundOptions.roundId] }),
    check('from_none_to_ten', sql`${t.resistance} between 0 and 10`),
  ],
)

/** Which answer counted for which seat: one at most, and why, written when the round is counted. */
export const countedBallots = pgTable(
  'counted_ballots',
  {
    seatId: uuid().primaryKey(),
    roundId: uuid().notNull(),
    /** None counted. */
    ballotId: uuid(),
    /** Reason code of `DOMAIN.md 4.3`. */
    reason: text().notNull(),
  },
  (t) => [
    foreignKey({ columns: [t.seatId, t.roundId], foreignColumns: [seats.id, seats.roundId] }),
    foreignKey({ columns: [t.ballotId, t.seatId], foreignColumns: [ballots.id, ballots.seatId] }),
    index().on(t.roundId),
  ],
)

/** "Not by circular, please in a meeting" (`DOMAIN.md 4.8`). */
export const procedureObjections = pgTable(
  'procedure_objections',
  {
    seatId: uuid().primaryKey(),
    roundId: uuid().notNull(),
    raisedById: always(() => people.id),
    reason: text().notNull().default(''),
    createdAt: instant().notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    foreignKey({ columns: [t.seatId, t.roundId], foreignColumns: [seats.id, seats.roundId] }),
    foreignKey({ columns: [t.seatId, t.raisedById], foreignColumns: [seatHolders.seatId, seatHolders.personId] }),
    index().on(t.roundId),
  ],
)

export type Ballot = typeof ballots.$inferSelect
export type Choice = NonNullable<Ballot['choice']>
export type BallotRank = (typeof ballotRank.enumValues)[number]
