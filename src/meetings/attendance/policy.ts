import { type Actor, has, isMember } from '../../groups/actor.ts'
import type { MeetingEntry } from '../model.ts'

type Run = Pick<MeetingEntry, 'facilitatorId' | 'minuteTakerId'>

const isOpen = (actor: Actor) => isMember(actor) && actor.group.state !== 'dissolved'

/** Whoever leads this meeting or writes it down, by role or because the plan names them; in the circle the coordination too. */
export const mayRunMeeting = (actor: Actor, { facilitatorId, minuteTakerId }: Run) =>
  isOpen(actor) &&
  (has(actor, 'lead', 'facilitator', 'minute_taker') ||
    (actor.group.kind === 'circle' && has(actor, 'coordinator')) ||
    actor.person.id === facilitatorId ||
    actor.person.id === minuteTakerId)

/** While the group sits together, and before: whoever comes early is there. */
export const isGoingOn = ({ state }: Pick<MeetingEntry, 'state'>) => state === 'in_session'

/** One's own conflict of interest everybody says; that of somebody who has said it aloud is noted by whoever runs the meeting. */
export const mayDeclareConflict = (actor: Actor, meeting: Run, personId: string) =>
  isOpen(actor) && (actor.person.id === personId || mayRunMeeting(actor, meeting))
