import { type Actor, isMember } from '../groups/actor.ts'

/** Who may begin something may look whether others are at it already. */
export const mayLookForSimilar = (actor: Actor) => isMember(actor)

/** What happens inside a group is open to its members; a guest has the papers that they were invited to. */
export const openTo = (mine: readonly { id: string; standing: Actor['standing'] }[]): string[] =>
  mine.filter(({ standing }) => standing === 'member').map(({ id }) => id)
