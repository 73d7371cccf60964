import { type Actor, isMember } from '../groups/actor.ts'

/** Even when something moves in a group is nobody's business but its members'. */
export const mayListen = (actor: Actor) => isMember(actor)
