import { type Actor, has, isMember } from '../groups/actor.ts'
import { isCoordinator, mayGiveRole } from '../groups/policy.ts'

/** Who has left and what went where is for the members of the group. */
export const mayReadHandovers = (actor: Actor) => isMember(actor)

/**
 * Roles go on by whoever looks after the group, or with its last keeper, so that somebody does. Otherwise the post is
 * vacant, and the group gives it anew (`DOMAIN.md 3.9`).
 */
export const mayPassRolesOn = (actor: Actor, isLastKeeper: boolean) => isLastKeeper || mayGiveRole(actor)

/** What somebody holds is seen by them and by those who look after the group. */
export { mayEndMembership as mayHandOver } from '../groups/policy.ts'

/** Everybody may leave the alliance; who coordinates it may see somebody off. */
export const mayLeaveAlliance = (personId: string, me: { id: string }, inCircle: Actor | null) =>
  personId === me.id || isCoordinator(inCircle)

/** Somebody as seen in the circle and in the group that is to rest or end; null where they do not belong. */
export interface Both {
  inCircle: Actor | null
  inGroup: Actor | null
}

/** The circle decides about a group's end; its coordination carries it out. */
export const mayEndGroup = ({ inCircle }: Both) => isCoordinator(inCircle)

/** Where everything goes is best known by whoever leads the group. */
export const mayPrepareEnd = (both: Both) => mayEndGroup(both) || (both.inGroup !== null && has(both.inGroup, 'lead'))

/**
 * What is open in a group is read by its members; whoever carries its end out for the circle reads it once the circle has
 * decided, and not before.
 */
export const mayReadOpen = ({ inGroup }: Both, isDecided: boolean) =>
  isDecided || (inGroup !== null && isMember(inGroup))

/** How a group ended stays readable for the whole alliance; what was open in it by name, for those whom it concerned. */
export const mayReadTitles = (both: Both, inHeir: Actor | null) =>
  mayEndGroup(both) || [both.inGroup, inHeir].some((actor) => actor !== null && isMember(actor))
