import { expect, test } from 'vitest'
import { otherRulesForm } from '#src/decisions/rules/forms.ts'
import { asTyped, limits, ruleSetIn, typedFrom } from '#src/decisions/rules/typed.ts'
import { castGroups } from '#src/dev/cast.ts'
import { presetRules } from '#src/groups/rule-presets.ts'
import { isLooserThanStatute, ruleProblems } from '#src/groups/rule-problems.ts'
import { initialRules, type Rules } from '#src/groups/rules.ts'

const fields = (rules: Rules, legalBasis = '') => asTyped(typedFrom({ rules, legalBasis }))

const problemsOf = (changed: Partial<Rules>, legalBasis = '', form: 'informal' | 'association_organ' = 'informal') =>
  ruleProblems({ rules: { ...initialRules, ...changed }, legalBasis }, form).map((problem) => problem.join(' '))

const every = [
  ...Object.values(presetRules),
  ...Object.values(castGroups).map(({ rules }): Rules => rules),
  { ...initialRules, quorum: { kind: 'absolute', count: 3 }, conflictCategories: ['relatives', 'Streit um den Zaun'] },
] satisfies Rules[]

test('the form says exactly what the rules say, whatever they are', () => {
  for (const rules of every) {
    const typed = { ...fields(rules, 'Satzung § 9'), version: '1', base: '1' }
    const read = otherRulesForm.safeParse(JSON.parse(JSON.stringify(typed)))
    if (!read.success) throw read.error
    expect(ruleSetIn(read.data)).toEqual({ rules, legalBasis: 'Satzung § 9' })
  }
})

test('what is offered to start from is sound, and so are the rules of the sample', () => {
  for (const rules of every) expect(ruleProblems({ rules, legalBasis: '' }, 'informal')).toEqual([])
  expect(ruleProblems({ rules: presetRules.statute, legalBasis: '' }, 'association_organ')).toEqual([])
})

test.each([
  [{ allowedMethods: ['recorded'] as Rules['allowedMethods'] }, 'methods missing'],
  [{ allowedMethods: ['majority'] as Rules['allowedMethods'] }, 'defaultMethod not_allowed'],
  [{ defaultMethod: 'recorded' as const }, 'defaultMethod only_reported'],
  [{ threshold: { comparison: 'at_least', numerator: 1, denominator: 3 } as const }, 'threshold too_low'],
  [{ threshold: { comparison: 'at_least', numerator: 1, denominator: 2 } as const }, 'threshold too_low'],
  [{ threshold: { comparison: 'more_than', numerator: 1, denominator: 1 } as const }, 'threshold more_than_all'],
  [{ threshold: { comparison: 'at_least', numerator: 3, denominator: 2 } as const }, 'threshold not_a_part'],
  [{ tieRule: 'chair' as const, majorityBase: 'roll' as const }, 'tieRule never_tied'],
  [{ consensus: { maxDissent: { numerator: 2, denominator: 3 }, blockMode: 'single' as const } }, 'dissent over_half'],
  [
    {
      fallback: 'majority' as const,
      defaultMethod: 'consensus' as const,
      allowedMethods: ['consensus'] as Rules['allowedMethods'],
    },
    'fallback not_allowed',
  ],
  [{ circular: { ...initialRules.circular, preset: 'silent' as const } }, 'circular contradicts'],
  [{ ballotsVisible: 'while_open' as const, answersShown: 'counts' as const }, 'answersShown seen_before'],
  [{ circular: { ...initialRules.circular, preset: 'silent' as const, minDays: 2 } }, 'minDays too_short'],
  [
    {
      electorate: 'seats' as const,
      allowedMethods: ['consent', 'recorded'] as Rules['allowedMethods'],
    },
    'electorate never_asked',
  ],
  [{ electorate: 'seats' as const, seatPolicy: 'dual' as const }, 'seatPolicy not_rated'],
  [
    { quorum: { kind: 'fraction', fraction: { comparison: 'more_than', numerator: 2, denominator: 2 } } as const },
    'quorum more_than_all',
  ],
])('%o cannot be kept', (changed, problem) => {
  expect(problemsOf(changed)).toContain(problem)
})

test('an organ of an association loosens the statute only where it names the passage', () => {
  expect(problemsOf({}, '', 'association_organ')).toEqual(['legalBasis needed_by_organ'])
  expect(problemsOf({}, ' ', 'association_organ')).toEqual(['legalBasis needed_by_organ'])
  for (const law of [
    '§ 32 BGB',
    '§\u00A032 BGB',
    '§32 Abs. 3 BGB',
    '§ 32 Absatz 1 Satz 3 des Bürgerlichen Gesetzbuchs',
  ]) {
    expect(problemsOf({}, law, 'association_organ')).toEqual(['legalBasis needed_by_organ'])
    expect(ruleProblems({ rules: presetRules.statute, legalBasis: law }, 'association_organ')).toEqual([])
  }
  for (const basis of ['Satzung § 9', '§ 32 BGB, Satzung § 9', '§ 40 BGB mit Satzung § 4', 'VO-2026-003']) {
    expect(problemsOf({}, basis, 'association_organ')).toEqual([])
  }
  expect(isLooserThanStatute({ ...presetRules.statute, proxiesPerHolder: 1 })).toBe(true)
  expect(isLooserThanStatute(presetRules.statute)).toBe(false)
})

test('numbers are whole and within their limits', () => {
  const first = (typed: Record<string, unknown>, field: string) =>
    otherRulesForm
      .safeParse({ ...fields(initialRules), version: '1', base: '1', ...typed })
      .error?.issues.find(({ path }) => path[0] === field)?.message
  for (const wrong of ['1,5', '0.5', '1e3', '-1', 'zwei', '66 %']) {
    expect(first({ thresholdNumerator: wrong }, 'thresholdNumerator')).toBe('not_whole')
  }
  for (const [field, [least, most]] of Object.entries(limits)) {
    expect(first({ [field]: String(most + 1) }, field)).toBe('out_of_range')
    if (least > 0) expect(first({ [field]: String(least - 1) }, field)).toBe('out_of_range')
  }
})
