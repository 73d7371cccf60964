import { type Actor, has, isMember } from '../../groups/actor.ts'

/** Whoever the circle has given the mandate to publish (`DOMAIN.md 3.1`). */
export const mayPublish = (actor: Actor) =>
  actor.group.kind === 'circle' && actor.group.state !== 'dissolved' && has(actor, 'publisher')

export const mayWithdrawPublication = mayPublish

/** What is public and what no longer is: kept in the circle, read by all who sit there. */
export const mayReadPublications = (actor: Actor) => actor.group.kind === 'circle' && isMember(actor)
