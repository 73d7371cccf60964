import type { ProposedRuleSet } from '#src/groups/rule-problems.ts'
import type { Fraction, Rules } from '#src/groups/rules.ts'
import type { Locale } from '#src/web/locale.ts'
import { listed } from './roles.ts'
import { texts as aroundTexts } from './rules-around-texts.ts'
import { texts } from './rules-words-texts.ts'

export type RuleSection = keyof (typeof texts)['de']['sections']

/** One thing that the rules say. Two versions differ where the words of one `field` do. */
export interface RuleLine {
  section: RuleSection
  field: string
  words: string
}

type Part = Pick<Fraction, 'numerator' | 'denominator'>

function part({ lang }: Locale, { numerator, denominator }: Part): string {
  const known: Record<string, string> = texts[lang].shares
  return known[`${numerator}/${denominator}`] ?? texts[lang].of({ part: numerator, whole: denominator })
}

function share(locale: Locale, fraction: Fraction): string {
  const t = texts[locale.lang]
  const words = part(locale, fraction)
  return fraction.comparison === 'at_least' ? t.atLeast({ share: words }) : t.moreThan({ share: words })
}

function quorum(locale: Locale, { quorum: rule }: Rules): string {
  const t = texts[locale.lang]
  if (rule.kind === 'none') return t.noQuorum
  return rule.kind === 'absolute'
    ? t.quorumCount({ count: rule.count })
    : t.quorum({ share: share(locale, rule.fraction) })
}

const lowerFirst = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)

const methodWords = (locale: Locale, methods: Rules['allowedMethods']) =>
  listed(
    locale,
    methods.map((method) => texts[locale.lang].methods[method]),
  )

type Said = [field: string, words: string]

function methods(locale: Locale, { allowedMethods, defaultMethod }: Rules): Said[] {
  const t = texts[locale.lang]
  const others = allowedMethods.filter((method) => method !== defaultMethod)
  return [
    ['defaultMethod', t.usual({ method: t.methods[defaultMethod] })],
    ['methods', others.length > 0 ? t.also({ methods: methodWords(locale, others) }) : t.noOther],
  ]
}

function policy({ lang }: Locale, { seatPolicy, weights, pooledSeats }: Rules): string {
  const t = texts[lang].policies
  if (seatPolicy === 'weighted') return t.weighted(weights)
  return seatPolicy === 'pooled' ? t.pooled({ seats: pooledSeats }) : t[seatPolicy]
}

function electorate(locale: Locale, rules: Rules): Said[] {
  const t = texts[locale.lang]
  const seats: Said[] = [
    ['seatPolicy', policy(locale, rules)],
    ['severalSeats', rules.severalSeatsPerPerson ? t.several : t.oneSeat],
  ]
  return [['electorate', t.electorates[rules.electorate]], ...(rules.electorate === 'seats' ? seats : [])]
}

function consensus(locale: Locale, { consensus: { maxDissent, blockMode }, fallback }: Rules): Said[] {
  const t = texts[locale.lang]
  const dissent = maxDissent.numerator === 0 ? t.noDissent : t.dissent({ share: part(locale, maxDissent) })
  return [
    ['dissent', dissent],
    ['blockMode', t.block[blockMode]],
    ['fallback', t.fallback[fallback]],
  ]
}

function circular({ lang }: Locale, { circular: rule }: Rules): Said[] {
  const t = aroundTexts[lang]
  const all: Said[] = [
    ['circular', t.presets[rule.preset]],
    ['minDays', t.minDays({ days: rule.minDays })],
    ['maxExtensions', t.extensions({ count: rule.maxExtensions })],
    ['procedureObjections', t.objections({ count: rule.procedureObjectionsToStop })],
  ]
  return rule.preset === 'silent' ? [...all, ['minActive', t.minActive({ count: rule.minActive })]] : all
}

export function conflictWords(locale: Locale, categories: string[]): string {
  const known: Record<string, string> = aroundTexts[locale.lang].categories
  return categories.map((category) => known[category] ?? category).join(', ')
}

function around(locale: Locale, rules: Rules): Said[] {
  const t = aroundTexts[locale.lang]
  const { conflictCategories: categories } = rules
  return [
    ['proxies', t.proxies({ count: rules.proxiesPerHolder })],
    ['ballotsVisible', t.visible[rules.ballotsVisible]],
    ['answersShown', t.shown[rules.answersShown]],
    ['minutesBySilence', rules.minutesBySilence ? t.minutesBySilence : t.minutesInMeeting],
    ['conflicts', categories.length > 0 ? t.conflicts({ words: conflictWords(locale, categories) }) : t.noConflicts],
  ]
}

const majority = (locale: Locale, rules: Rules): Said[] => {
  const t = texts[locale.lang]
  const base = t.bases[rules.majorityBase]
  return [
    ['threshold', t.threshold({ share: lowerFirst(share(locale, rules.threshold)), base })],
    ['tieRule', t.tie[rules.tieRule]],
  ]
}

function bySection(locale: Locale, { rules, legalBasis }: ProposedRuleSet): Record<RuleSection, Said[]> {
  const t = texts[locale.lang]
  return {
    methods: methods(locale, rules),
    electorate: electorate(locale, rules),
    quorum: [
      ['quorum', quorum(locale, rules)],
      ['quorumScope', t.scopes[rules.quorumScope]],
      ['recusedInQuorum', t.recused[rules.recusedInQuorum]],
    ],
    majority: majority(locale, rules),
    consensus: consensus(locale, rules),
    consent: [['maxRounds', t.maxRounds({ count: rules.consent.maxRounds })]],
    systemic: [['alertFrom', t.alert({ from: rules.alertFrom })]],
    circular: circular(locale, rules),
    around: around(locale, rules),
    basis: [['legalBasis', legalBasis ? `${legalBasis}.` : aroundTexts[locale.lang].noBasis]],
  }
}

/** Every rule in a sentence, in the order in which they are read. */
export const ruleLines = (locale: Locale, ruleSet: ProposedRuleSet): RuleLine[] =>
  Object.entries(bySection(locale, ruleSet)).flatMap(([section, said]) =>
    said.map(([field, words]) => ({ section: section as RuleSection, field, words })),
  )

/** What two versions of the rules say differently. */
export interface RuleChange {
  section: RuleSection
  field: string
  older: string | null
  newer: string | null
}

export function ruleChanges(locale: Locale, older: ProposedRuleSet, newer: ProposedRuleSet): RuleChange[] {
  const [before, after] = [ruleLines(locale, older), ruleLines(locale, newer)]
  const said = (lines: RuleLine[], field: string) => lines.find((line) => line.field === field)?.words ?? null
  const fields = new Map([...before, ...after].map(({ field, section }) => [field, section]))
  return [...fields]
    .map(([field, section]) => ({ section, field, older: said(before, field), newer: said(after, field) }))
    .filter((change) => change.older !== change.newer)
}

const shortly = ['defaultMethod', 'methods', 'electorate', 'seatPolicy', 'quorum', 'threshold', 'tieRule', 'circular']

/** The rules that one asks for first. */
export const mainRules = (locale: Locale, ruleSet: ProposedRuleSet): string[] =>
  ruleLines(locale, ruleSet)
    .filter(({ field }) => shortly.includes(field))
    .map(({ words }) => words)

/** As the sentences of a decision: complete on their own. */
export function rulesAsText(locale: Locale, ruleSet: ProposedRuleSet): string {
  const t = texts[locale.lang]
  const lines = Map.groupBy(ruleLines(locale, ruleSet), ({ section }) => section)
  return [...lines]
    .map(([section, said]) => `${t.sections[section]}: ${said.map(({ words }) => words).join(' ')}`)
    .join('\n')
}
