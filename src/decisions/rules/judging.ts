import type { GroupEnv } from '../../groups/in-group.ts'
import { votersOf } from '../../groups/people.ts'
import { type ProposedRuleSet, type RuleProblem, ruleProblems } from '../../groups/rule-problems.ts'
import type { RuleSet } from '../../groups/rule-sets.ts'
import { dayOf } from '../../web/days.ts'
import type { Accepted, Refused } from '../../web/form.ts'
import { isSame } from './sameness.ts'
import { asTyped, ruleSetIn, type TypedRules } from './typed.ts'

type Here = Pick<GroupEnv['Variables'], 'actor' | 'ports' | 'locale'>

/** Rules under which nobody could ever decide again are a trap that only rules themselves could open. */
async function outOfReach({ actor, ports, locale }: Here, { rules }: ProposedRuleSet): Promise<RuleProblem[]> {
  const { quorum, electorate } = rules
  if (quorum.kind !== 'absolute' || electorate !== 'persons') return []
  const voters = await votersOf(ports.db, actor.group.id, dayOf(locale.now))
  return quorum.count > voters.length ? [['quorumCount', 'more_than_members']] : []
}

const isSameSet = (one: ProposedRuleSet, other: ProposedRuleSet) =>
  one.legalBasis === other.legalBasis && isSame(one.rules, other.rules)

export type JudgedRules<T> = Refused | (Accepted<T> & { ruleSet: ProposedRuleSet })

/** What contradicts itself, what could never be kept, and what would change nothing. */
export async function judgedRules<T extends TypedRules & { base: number }>(
  here: Here,
  input: Accepted<T> | Refused,
  current: RuleSet,
): Promise<JudgedRules<T>> {
  if (!input.ok) return input
  const ruleSet = ruleSetIn(input.value)
  const isOutdated = input.value.base !== current.version
  const found: RuleProblem[] = [
    ...(isOutdated ? [['base', 'changed'] as RuleProblem] : []),
    ...ruleProblems(ruleSet, here.actor.group.legalForm),
    ...(await outOfReach(here, ruleSet)),
  ]
  const all: RuleProblem[] = found.length === 0 && isSameSet(ruleSet, current) ? [['methods', 'same']] : found
  if (all.length === 0) return { ...input, ruleSet }
  const problems = Object.groupBy(all, ([field]) => field)
  return {
    ok: false,
    problems: Object.fromEntries(
      Object.entries(problems).map(([field, of = []]) => [field, of.map(([, code]) => code)]),
    ),
    typed: asTyped(input.value),
  }
}
