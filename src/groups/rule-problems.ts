import type { Fraction, Rules } from './rules.ts'
import type { LegalForm } from './schema.ts'

export interface ProposedRuleSet {
  rules: Rules
  /** Which statute, bylaw or decision it rests on. */
  legalBasis: string
}

/** Which question of the form, and what is wrong with its answer. */
export type RuleProblem = [field: string, code: string]

/** The law says otherwise unless the bylaws do: so an organ names where they say it (`DOMAIN.md 3.2, 8.1`). */
export const isLooserThanStatute = ({ circular, consent, proxiesPerHolder }: Rules): boolean =>
  circular.preset !== 'statutory' || consent.silence === 'silent' || proxiesPerHolder > 0

const theStatute =
  /^(§+ *32([ ,;]+((abs\.?|absatz|satz|s\.) *)?[0-9]+)*( *des)? *(BGB|Bürgerliche[ns] Gesetzbuch(e?s)?))?$/i

/** What the law says without the bylaws is no reason to be looser than it: also where nobody touched the field. */
export const namesMoreThanStatute = (legalBasis: string): boolean =>
  !theStatute.test(legalBasis.replaceAll('\u00A0', ' ').trim())

const isPart = ({ numerator, denominator }: Pick<Fraction, 'numerator' | 'denominator'>) =>
  numerator >= 1 && denominator >= numerator

const isMoreThanAll = ({ comparison, numerator, denominator }: Fraction) =>
  comparison === 'more_than' && numerator === denominator

const isHalf = ({ numerator, denominator }: Fraction) => numerator * 2 === denominator

function* methodProblems({ allowedMethods, defaultMethod }: Rules): Generator<RuleProblem> {
  if (allowedMethods.every((method) => method === 'recorded')) yield ['methods', 'missing']
  else if (!allowedMethods.includes(defaultMethod)) yield ['defaultMethod', 'not_allowed']
  else if (defaultMethod === 'recorded') yield ['defaultMethod', 'only_reported']
}

function* seatProblems({ electorate, seatPolicy, allowedMethods }: Rules): Generator<RuleProblem> {
  if (electorate === 'persons') return
  const asksSeats = allowedMethods.includes('majority') || allowedMethods.includes('systemic_consensing')
  if (!asksSeats) yield ['electorate', 'never_asked']
  const isOfKinds = seatPolicy === 'pooled' || seatPolicy === 'dual'
  if (isOfKinds && allowedMethods.includes('systemic_consensing')) yield ['seatPolicy', 'not_rated']
}

function* quorumProblems({ quorum }: Rules): Generator<RuleProblem> {
  if (quorum.kind !== 'fraction') return
  if (!isPart(quorum.fraction)) yield ['quorum', 'not_a_part']
  else if (isMoreThanAll(quorum.fraction)) yield ['quorum', 'more_than_all']
}

/** With "at least one half" a tie would be a majority for and against at once. */
function* majorityProblems({ threshold, majorityBase, tieRule }: Rules): Generator<RuleProblem> {
  const { comparison, numerator, denominator } = threshold
  if (!isPart(threshold)) return yield ['threshold', 'not_a_part']
  if (isMoreThanAll(threshold)) return yield ['threshold', 'more_than_all']
  if (numerator * 2 < denominator || (isHalf(threshold) && comparison === 'at_least')) yield ['threshold', 'too_low']
  const canTie = majorityBase === 'yes_no' && isHalf(threshold)
  if (tieRule === 'chair' && !canTie) yield ['tieRule', 'never_tied']
}

function* dissentProblems({ consensus: { maxDissent } }: Rules): Generator<RuleProblem> {
  const { numerator, denominator } = maxDissent
  if (denominator < 1 || numerator < 0 || numerator > denominator) yield ['dissent', 'not_a_part']
  else if (numerator * 2 > denominator) yield ['dissent', 'over_half']
}

function* fallbackProblems({ fallback, allowedMethods }: Rules): Generator<RuleProblem> {
  if (fallback === 'majority' && !allowedMethods.includes('majority')) yield ['fallback', 'not_allowed']
}

function* circularProblems({ circular, consent }: Rules): Generator<RuleProblem> {
  if ((circular.preset === 'silent') !== (consent.silence === 'silent')) yield ['circular', 'contradicts']
  if (circular.preset === 'silent' && circular.minDays < 3) yield ['minDays', 'too_short']
}

/** Whoever was seen with an answer while it ran cannot be a mere number afterwards. */
function* visibilityProblems({ ballotsVisible, answersShown }: Rules): Generator<RuleProblem> {
  if (ballotsVisible === 'while_open' && answersShown === 'counts') yield ['answersShown', 'seen_before']
}

/** What could never be kept, or says two things at once; nothing where the rules are sound. */
export function ruleProblems({ rules, legalBasis }: ProposedRuleSet, legalForm: LegalForm): RuleProblem[] {
  const isGroundless =
    legalForm === 'association_organ' && !namesMoreThanStatute(legalBasis) && isLooserThanStatute(rules)
  return [
    ...methodProblems(rules),
    ...seatProblems(rules),
    ...quorumProblems(rules),
    ...majorityProblems(rules),
    ...dissentProblems(rules),
    ...fallbackProblems(rules),
    ...circularProblems(rules),
    ...visibilityProblems(rules),
    ...(isGroundless ? [['legalBasis', 'needed_by_organ'] as RuleProblem] : []),
  ]
}
