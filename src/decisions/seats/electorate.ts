import type { Rules } from '../../groups/rules.ts'
import type { Method } from '../schema.ts'

/**
 * Whom a round asks. The method changes it: where everybody may object, everybody sits as an equal; seats only give
 * votes (`DOMAIN.md 4.9`).
 */
export const electorateOf = ({ electorate }: Pick<Rules, 'electorate'>, method: Method): Rules['electorate'] =>
  method === 'consent' || method === 'consensus' ? 'persons' : electorate
