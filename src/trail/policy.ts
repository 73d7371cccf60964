import { type Actor, isMember } from '../groups/actor.ts'
import type { Standing } from '../groups/schema.ts'

/** What the alliance stands for and what has come of it: for members of some group (`DOMAIN.md 5.5`). */
export const mayReadTrails = (mine: readonly { standing: Standing }[]) =>
  mine.some(({ standing }) => standing === 'member')

/** What something is about says the group that it belongs to. */
export const mayLink = (actor: Actor) => isMember(actor) && actor.group.state !== 'dissolved'

/** Whoever belongs to the group sees whether its own things still fit. */
export const mayCheck = mayLink

export const mayReadChecks = (actor: Actor) => isMember(actor)

/** In which groups somebody sees more than what is open to the alliance. */
export const insideOf = (mine: readonly { id: string; standing: Standing }[]): string[] =>
  mine.filter(({ standing }) => standing === 'member').map(({ id }) => id)
