import type { Officer } from '../../decisions/officers.ts'
import type { MeetingEntry } from '../model.ts'

type Named = Pick<MeetingEntry, 'facilitatorId' | 'minuteTakerId'>

/** The two who sign the minutes. */
export interface Signers {
  minuteTakerId: string
  facilitatorId: string
}

const withRole = (officers: Officer[], ...roles: Officer['roles']) =>
  roles.flatMap((role) => officers.filter((one) => one.roles.includes(role)).map(({ id }) => id))

/**
 * Whoever wrote and whoever led the meeting, as the plan names them; otherwise those with the roles of the group. Null
 * where there are no two different people.
 */
export function signersOf(meeting: Named, officers: Officer[], senderId: string): Signers | null {
  const writers = [meeting.minuteTakerId, ...withRole(officers, 'minute_taker'), senderId]
  const leaders = [meeting.facilitatorId, ...withRole(officers, 'facilitator', 'lead', 'coordinator')]
  const minuteTakerId = writers.find((id) => id !== null)
  const all = [...leaders, ...writers, ...officers.map(({ id }) => id)]
  const facilitatorId = all.find((id) => id !== null && id !== minuteTakerId)
  return minuteTakerId && facilitatorId ? { minuteTakerId, facilitatorId } : null
}
