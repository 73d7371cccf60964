import type { Database } from '../../db/database.ts'
import { type RuleSet, ruleHistory } from '../../groups/rule-sets.ts'
import { dayOf } from '../../web/days.ts'
import type { Decision } from './schema.ts'

/** Every decision names the rules and what they rest on, also one that was entered afterwards (`DOMAIN.md 8.1`). */
export type RulesThen = Pick<RuleSet, 'version' | 'legalBasis'>

type Decided = Pick<Decision, 'groupId' | 'decidedOn'>

/** Those that held on the day of the meeting; before the first ones were written down, those. */
export async function rulesThen(db: Database, { groupId, decidedOn }: Decided): Promise<RulesThen | null> {
  const history = await ruleHistory(db, groupId)
  return history.find(({ createdAt }) => dayOf(createdAt) <= decidedOn) ?? history.at(-1) ?? null
}
