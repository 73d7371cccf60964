import { type Actor, has, isMember } from '../groups/actor.ts'

const isActive = (actor: Actor) => actor.group.state !== 'dissolved'

/** When a group meets and what it talks about is for its members; guests read the texts they were invited to. */
export const mayReadMeetings = (actor: Actor) => isMember(actor)

/** Whoever leads a group or its meetings plans, fills the agenda and invites; in the circle the coordination. */
export const mayPlanMeetings = (actor: Actor) => isActive(actor) && has(actor, 'lead', 'facilitator', 'coordinator')

/** The agenda is also in the hands of whoever writes the minutes while the group sits together. */
export const mayArrangeAgenda = (actor: Actor) =>
  mayPlanMeetings(actor) || (isActive(actor) && has(actor, 'minute_taker'))

/** When groups meet is for the whole alliance: everybody who is a member of one (`DOMAIN.md 5.5`). */
export const mayReadAllMeetings = (mine: readonly { standing: Actor['standing'] }[]) =>
  mine.some(({ standing }) => standing === 'member')

/** Whoever plans the meetings of the group that something was sent to (`DOMAIN.md 3.1`). */
export const maySchedule = (actor: Actor, { toId }: { toId: string }) =>
  toId === actor.group.id && mayPlanMeetings(actor)
