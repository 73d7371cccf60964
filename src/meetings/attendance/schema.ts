import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
} from 'drizzle-orm/pg-core'
import { always, createdAt, id, instant, to } from '../../db/columns.ts'
import { people } from '../../identity/schema.ts'
import { agendaItems } from '../agenda/schema.ts'
import { meetings } from '../schema.ts'

/** Who was there from when to when; somebody who comes back has a second row. */
export const meetingAttendances = pgTable(
  'meeting_attendances',
  {
    id: id(),
    meetingId: always(() => meetings.id),
    personId: to(() => people.id),
    /** Of a guest without an account. */
    name: text().notNull().default(''),
    arrivedAt: instant().notNull(),
    leftAt: instant(),
    notedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.meetingId),
    uniqueIndex('nobody_is_there_twice').on(t.meetingId, t.personId).where(sql`${t.leftAt} is null`),
    check('somebody_attends', sql`(${t.personId} is not null) <> (length(trim(${t.name})) > 0)`),
    check('nobody_leaves_before_coming', sql`${t.leftAt} >= ${t.arrivedAt}`),
  ],
)

/** From when to when somebody really was there. The newest takes the place of what was noted, which stays as it was noted. */
export const attendanceCorrections = pgTable(
  'attendance_corrections',
  {
    id: id(),
    attendanceId: always(() => meetingAttendances.id),
    /** From 1. */
    number: integer().notNull(),
    arrivedAt: instant().notNull(),
    /** Null as long as they are there. */
    leftAt: instant(),
    correctedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.attendanceId, t.number),
    check('nobody_is_corrected_to_leave_before_coming', sql`${t.leftAt} >= ${t.arrivedAt}`),
  ],
)

/** When an item was taken up and closed: its quorum is that of those who were there then. */
export const itemTimes = pgTable('agenda_item_times', {
  itemId: to(() => agendaItems.id).primaryKey(),
  startedAt: instant().notNull(),
  endedAt: instant(),
})

export const quorumUnit = pgEnum('quorum_unit', ['persons', 'seats'])

/**
 * Whether the group could decide when an item was closed, by those who were there then. Never changes; where somebody puts
 * right who was there, the next number counts.
 */
export const itemQuorums = pgTable(
  'agenda_item_quorums',
  {
    itemId: always(() => agendaItems.id),
    /** From 1. */
    number: integer().notNull().default(1),
    unit: quorumUnit().notNull(),
    entitled: integer().notNull(),
    present: integer().notNull(),
    recused: integer().notNull(),
    isQuorate: boolean().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.number] }),
    check('no_more_there_than_entitled', sql`${t.present} between 0 and ${t.entitled}`),
  ],
)

/** That everybody was asked whether they are in conflict about an item. */
export const conflictQuestions = pgTable('conflict_questions', {
  itemId: to(() => agendaItems.id).primaryKey(),
  askedById: always(() => people.id),
  createdAt: createdAt(),
})

/** Who is. The category says why, without detail (`DOMAIN.md 4.1`). */
export const conflicts = pgTable(
  'agenda_item_conflicts',
  {
    itemId: always(() => agendaItems.id),
    personId: always(() => people.id),
    category: text().notNull(),
    notedById: always(() => people.id),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.itemId, t.personId] })],
)
