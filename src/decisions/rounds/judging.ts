import type { GroupEnv } from '../../groups/in-group.ts'
import { currentRules } from '../../groups/rule-sets.ts'
import { type Accepted, type Refused, refused } from '../../web/form.ts'
import type { Scope } from '../schema.ts'
import { type OpeningInput, openingProblem } from './opening-forms.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

/** The rules of the group say how it may decide and how long it has to be asked; "later" asks nothing yet. */
export async function judgedOpening<T extends OpeningInput>(
  { actor, ports, locale }: Here,
  input: Accepted<T> | Refused,
  scope: Scope,
): Promise<Accepted<T> | Refused> {
  if (!input.ok || input.value.method === 'later') return input
  const { rules } = await currentRules(ports.db, actor.group.id)
  const problem = openingProblem(input.value, rules, scope, locale.now)
  return problem ? refused(input.value as unknown as Record<string, unknown>, ...problem) : input
}
