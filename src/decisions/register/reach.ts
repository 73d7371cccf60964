import type { Group } from '../../groups/schema.ts'
import type { Decision } from './schema.ts'
import { holds, type Standing } from './standing.ts'

type Decided = Pick<Decision, 'outcome' | 'scope'> & { group: Pick<Group, 'kind'> }

/** It concerns more than the group that took it (`DOMAIN.md 3.9`). */
export const concernsCircle = ({ outcome, scope, group }: Decided): boolean =>
  outcome === 'adopted' && scope !== 'own_group' && group.kind === 'working_group'

/** So it is not carried out before the circle has answered; what no longer holds is not carried out at all. */
export const needsCircle = (decision: Decided & { standing: Standing }): boolean =>
  concernsCircle(decision) && holds(decision)
