import { type Actor, isMember } from '../../groups/actor.ts'
import { mayPlanMeetings, mayReadMeetings } from '../policy.ts'

export const mayReadPolls = mayReadMeetings

/** Whoever plans the meetings of a group also asks for dates, and chooses one of them. */
export const mayOpenPoll = mayPlanMeetings

/** With or without a vote: whoever belongs to the group says when they can come. */
export const mayReply = (actor: Actor) => isMember(actor) && actor.group.state !== 'dissolved'
