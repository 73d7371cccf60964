import type { Group } from '../../groups/schema.ts'
import type { Decision } from './schema.ts'

/** Who makes public what was decided on: nobody before the circle has answered, where it has to (`DOMAIN.md 3.9`). */
export type Publication = 'by_mandate' | 'after_circle'

type Decided = Pick<Decision, 'outcome' | 'snapshotId' | 'scope'> & { group: Pick<Group, 'kind'> }

export const publicationOf = ({ outcome, snapshotId, scope, group }: Decided): Publication | null => {
  if (outcome !== 'adopted' || !snapshotId) return null
  return group.kind === 'working_group' && scope !== 'own_group' ? 'after_circle' : 'by_mandate'
}
