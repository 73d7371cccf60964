import { and, gt, sql } from 'drizzle-orm'
import { minutesApprovals, minutesCirculations } from './schema.ts'

/** What went round again since says all of it. */
const isOvertaken = sql`exists (select from ${minutesCirculations} later_round
  where later_round.meeting_id = ${minutesCirculations.meetingId} and later_round.number > ${minutesCirculations.number})`

const isApproved = sql`exists (select from ${minutesApprovals}
  where ${minutesApprovals.meetingId} = ${minutesCirculations.meetingId})`

/** Of a circulation: something can still be said against these minutes, by the clock of the database. */
export const goesRound = and(
  gt(minutesCirculations.objectionsUntil, sql`now()`),
  sql`not ${isOvertaken}`,
  sql`not ${isApproved}`,
)
