import { type SQL, sql } from 'drizzle-orm'
import { meetingCancellations, meetingEndings, meetingOpenings, meetings } from './schema.ts'

/** How far a meeting has come (`DOMAIN.md 3.7`). Nothing stores it: it follows from what has happened. */
export const meetingStates = ['planned', 'invited', 'in_session', 'ended', 'closed', 'cancelled'] as const

export type MeetingState = (typeof meetingStates)[number]

const has = (table: typeof meetingEndings | typeof meetingCancellations | typeof meetingOpenings): SQL<boolean> =>
  sql<boolean>`exists (select from ${table} where ${table.meetingId} = ${meetings.id})`

/** Nothing can be put on its agenda any more. */
export const isOverIn: SQL<boolean> = sql<boolean>`(${has(meetingEndings)} or ${has(meetingCancellations)})`

/** Its agenda will still be talked about: it lies ahead or goes on. One that nobody has opened in its time does not count. */
export const isAheadIn: SQL<boolean> = sql<boolean>`(not ${isOverIn} and (${meetings.endsAt} > now() or ${has(meetingOpenings)}))`

export interface Happened {
  invitedAt: Date | null
  openedAt: Date | null
  endedAt: Date | null
  closedAt: Date | null
  cancelledAt: Date | null
}

/** The latest of what has happened says where it stands. */
export function stateOf({ invitedAt, openedAt, endedAt, closedAt, cancelledAt }: Happened): MeetingState {
  if (cancelledAt) return 'cancelled'
  if (closedAt) return 'closed'
  if (endedAt) return 'ended'
  if (openedAt) return 'in_session'
  return invitedAt ? 'invited' : 'planned'
}

export const isOver = ({ state }: { state: MeetingState }) =>
  state === 'ended' || state === 'closed' || state === 'cancelled'

/** Before anybody sits together: it can still be planned otherwise. */
export const isToCome = ({ state }: { state: MeetingState }) => state === 'planned' || state === 'invited'

/** Its time has passed, and nobody has opened it. */
export const isMissed = (meeting: { state: MeetingState; endsAt: Date }, now: Date) =>
  isToCome(meeting) && meeting.endsAt <= now
