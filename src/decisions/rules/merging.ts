import type { ProposedRuleSet } from '../../groups/rule-problems.ts'
import { isSame } from './sameness.ts'

/** Made of answers of their own: each can have been changed by itself. */
const composed = ['circular', 'consent', 'consensus', 'weights'] as const

type Values = Record<string, unknown>

const isComposed = (name: string) => composed.some((one) => one === name)

function merged(base: Values, wished: Values, current: Values): Values {
  const names = [...new Set([...Object.keys(wished), ...Object.keys(current)])]
  return Object.fromEntries(
    names.map((name) => {
      if (isComposed(name)) return [name, merged(base[name] as Values, wished[name] as Values, current[name] as Values)]
      return [name, isSame(base[name], wished[name]) ? current[name] : wished[name]]
    }),
  )
}

/**
 * What a proposal wants, on top of the rules that hold by now: whatever it leaves as it was follows the group's later
 * decisions. Somebody looks at it before it is proposed.
 */
export const uponCurrent = (
  base: ProposedRuleSet,
  wished: ProposedRuleSet,
  current: ProposedRuleSet,
): ProposedRuleSet => ({
  rules: merged({ ...base.rules }, { ...wished.rules }, { ...current.rules }) as ProposedRuleSet['rules'],
  legalBasis: base.legalBasis === wished.legalBasis ? current.legalBasis : wished.legalBasis,
})
