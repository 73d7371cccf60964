import { type Actor, has, isMember } from '../groups/actor.ts'
import type { DeadlineEntry } from './deadlines.ts'

/** Dates belong to the whole alliance (`DOMAIN.md 5.5`), not to its guests. */
export const mayReadDeadlines = (actor: Actor) => isMember(actor)

export const mayReadAllDeadlines = (mine: readonly { standing: Actor['standing'] }[]) =>
  mine.some(({ standing }) => standing === 'member')

/** The circle sees to all of them, a group to its own; whose it is says the query (`findDeadline`). */
export const mayKeepDeadlines = (actor: Actor) =>
  actor.group.state !== 'dissolved' && has(actor, 'lead', 'facilitator', 'coordinator')

/** That a text is being written is open; what it is called is for the members of the group that writes it. */
export const mayReadPaper = (groupIds: readonly string[], { paper }: Pick<DeadlineEntry, 'paper'>) =>
  paper !== null && groupIds.includes(paper.groupId)
