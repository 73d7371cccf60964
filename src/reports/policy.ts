import { type Actor, has } from '../groups/actor.ts'
import { mayReadRegister } from '../groups/policy.ts'
import type { Standing } from '../groups/schema.ts'

/** What groups tell the circle is for the whole alliance (`DOMAIN.md 5.5`). */
export const mayReadReports = (mine: readonly { standing: Standing }[]) => mayReadRegister(mine)

/** Whoever leads a working group reports; a deputy does while they stand in. */
export const mayReport = (actor: Actor) =>
  actor.group.kind === 'working_group' && actor.group.state !== 'dissolved' && has(actor, 'lead', 'deputy_lead')
