import type { ProposedRuleSet } from '../../groups/rule-problems.ts'
import type { Quorum, Rules } from '../../groups/rules.ts'

/** From where to where each number makes sense; beyond, it is a slip of the finger. */
export const limits = {
  pooledSeats: [1, 1000],
  weightOrganisation: [1, 1000],
  weightPerson: [1, 1000],
  quorumNumerator: [1, 1000],
  quorumDenominator: [1, 1000],
  quorumCount: [1, 10_000],
  thresholdNumerator: [1, 1000],
  thresholdDenominator: [1, 1000],
  dissentNumerator: [0, 1000],
  dissentDenominator: [1, 1000],
  maxRounds: [1, 20],
  alertFrom: [1, 10],
  minDays: [1, 90],
  maxExtensions: [0, 10],
  procedureObjections: [1, 1000],
  minActive: [0, 10_000],
  proxies: [0, 10],
} as const

export type NumberField = keyof typeof limits

export type Limits = typeof limits

/** Every question of the form with its answer. */
export interface TypedRules extends Record<NumberField, number> {
  methods: Rules['allowedMethods']
  defaultMethod: Rules['defaultMethod']
  electorate: Rules['electorate']
  seatPolicy: Rules['seatPolicy']
  severalSeats?: 'on' | undefined
  minutesBySilence?: 'on' | undefined
  quorum: Quorum['kind']
  quorumComparison: Rules['threshold']['comparison']
  quorumScope: Rules['quorumScope']
  recusedInQuorum: Rules['recusedInQuorum']
  majorityBase: Rules['majorityBase']
  threshold: Rules['threshold']['comparison']
  tieRule: Rules['tieRule']
  blockMode: Rules['consensus']['blockMode']
  fallback: Rules['fallback']
  circular: Rules['circular']['preset']
  ballotsVisible: Rules['ballotsVisible']
  answersShown: Rules['answersShown']
  conflicts: string[]
  moreConflicts?: string | undefined
  legalBasis?: string | undefined
}

function quorumIn(typed: TypedRules): Quorum {
  const { quorum: kind, quorumComparison: comparison, quorumNumerator, quorumDenominator, quorumCount } = typed
  if (kind === 'none') return { kind }
  if (kind === 'absolute') return { kind, count: quorumCount }
  return { kind, fraction: { comparison, numerator: quorumNumerator, denominator: quorumDenominator } }
}

const linesIn = (typed = '') =>
  typed
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Where silence is assent it is so for everything that is asked without a meeting. */
const circularIn = (typed: TypedRules): Pick<Rules, 'circular' | 'consent'> => ({
  consent: { silence: typed.circular === 'silent' ? 'silent' : 'explicit', maxRounds: typed.maxRounds },
  circular: {
    preset: typed.circular,
    minDays: typed.minDays,
    maxExtensions: typed.maxExtensions,
    procedureObjectionsToStop: typed.procedureObjections,
    minActive: typed.minActive,
  },
})

const electorateIn = (typed: TypedRules) => ({
  electorate: typed.electorate,
  seatPolicy: typed.seatPolicy,
  pooledSeats: typed.pooledSeats,
  weights: { organisation: typed.weightOrganisation, person: typed.weightPerson },
  severalSeatsPerPerson: typed.severalSeats === 'on',
})

const countingIn = (typed: TypedRules) => ({
  quorum: quorumIn(typed),
  quorumScope: typed.quorumScope,
  recusedInQuorum: typed.recusedInQuorum,
  majorityBase: typed.majorityBase,
  threshold: {
    comparison: typed.threshold,
    numerator: typed.thresholdNumerator,
    denominator: typed.thresholdDenominator,
  },
  tieRule: typed.tieRule,
  consensus: {
    maxDissent: { numerator: typed.dissentNumerator, denominator: typed.dissentDenominator },
    blockMode: typed.blockMode,
  },
  fallback: typed.fallback,
})

/** What was typed, as rules. */
export const ruleSetIn = (typed: TypedRules): ProposedRuleSet => ({
  rules: {
    allowedMethods: typed.methods,
    defaultMethod: typed.defaultMethod,
    ...electorateIn(typed),
    ...countingIn(typed),
    alertFrom: typed.alertFrom,
    ...circularIn(typed),
    proxiesPerHolder: typed.proxies,
    ballotsVisible: typed.ballotsVisible,
    answersShown: typed.answersShown,
    minutesBySilence: typed.minutesBySilence === 'on',
    conflictCategories: [...new Set([...typed.conflicts, ...linesIn(typed.moreConflicts)])],
  },
  legalBasis: typed.legalBasis ?? '',
})

/** Reasons that every group may choose from; others are its own words. */
export const knownConflicts = ['contract', 'own_funding', 'relatives', 'office_at_funder', 'own_project']

const isKnown = (category: string) => knownConflicts.includes(category)

const half = { comparison: 'at_least', numerator: 1, denominator: 2 } as const

/** The form as it looks before anybody has changed anything: these rules. */
export function typedFrom({ rules, legalBasis }: ProposedRuleSet): TypedRules {
  const { quorum, threshold, consensus, circular, weights } = rules
  const share = quorum.kind === 'fraction' ? quorum.fraction : half
  return {
    methods: rules.allowedMethods,
    ...{ defaultMethod: rules.defaultMethod, electorate: rules.electorate, seatPolicy: rules.seatPolicy },
    ...{ pooledSeats: rules.pooledSeats, weightOrganisation: weights.organisation, weightPerson: weights.person },
    severalSeats: rules.severalSeatsPerPerson ? 'on' : undefined,
    ...{ quorum: quorum.kind, quorumCount: quorum.kind === 'absolute' ? quorum.count : 2 },
    ...{ quorumComparison: share.comparison, quorumNumerator: share.numerator, quorumDenominator: share.denominator },
    ...{ quorumScope: rules.quorumScope, recusedInQuorum: rules.recusedInQuorum, majorityBase: rules.majorityBase },
    ...{ threshold: threshold.comparison, tieRule: rules.tieRule },
    ...{ thresholdNumerator: threshold.numerator, thresholdDenominator: threshold.denominator },
    ...{ dissentNumerator: consensus.maxDissent.numerator, dissentDenominator: consensus.maxDissent.denominator },
    ...{
      blockMode: consensus.blockMode,
      fallback: rules.fallback,
      maxRounds: rules.consent.maxRounds,
      alertFrom: rules.alertFrom,
    },
    ...{ circular: circular.preset, minDays: circular.minDays, maxExtensions: circular.maxExtensions },
    ...{ procedureObjections: circular.procedureObjectionsToStop, minActive: circular.minActive },
    ...{ proxies: rules.proxiesPerHolder, ballotsVisible: rules.ballotsVisible, answersShown: rules.answersShown },
    minutesBySilence: rules.minutesBySilence ? 'on' : undefined,
    conflicts: rules.conflictCategories.filter(isKnown),
    moreConflicts: rules.conflictCategories.filter((category) => !isKnown(category)).join('\n'),
    legalBasis,
  }
}

/** As a form that comes back has it. */
export const asTyped = (value: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(value).map(([name, typed]) => [name, typeof typed === 'number' ? String(typed) : typed]),
  )
