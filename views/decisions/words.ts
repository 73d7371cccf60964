import type { Count } from '#src/decisions/rounds/schema.ts'
import type { Fraction, Rules } from '#src/groups/rules.ts'
import type { Locale } from '#src/web/locale.ts'
import { listFormat } from '../kit/formats.ts'
import { texts as howTexts } from './how-texts.ts'
import { texts as results } from './result-texts.ts'
import { texts } from './texts.ts'

/** "Swantje, Tarek und Gerd". */
export const names = (locale: Locale, people: { name: string }[]): string =>
  listFormat(locale.lang, { type: 'conjunction' }).format(people.map(({ name }) => name))

/** "oder" where any one of them will do. */
export const anyOf = (locale: Locale, people: { name: string }[]): string =>
  listFormat(locale.lang, { type: 'disjunction' }).format(people.map(({ name }) => name))

function share(
  locale: Locale,
  { comparison, numerator, denominator }: Fraction,
  of: 'fractions' | 'ofFractions',
): string {
  const t = texts[locale.lang]
  const fraction = `${numerator}/${denominator}`
  const part = t[of][fraction] ?? fraction
  if (comparison === 'at_least') return numerator === denominator ? t.all : t.atLeast({ part })
  return t.moreThan({ part })
}

export function quorumWords(locale: Locale, { quorum }: Pick<Rules, 'quorum'>): string {
  const t = texts[locale.lang]
  if (quorum.kind === 'none') return t.quorumNone
  if (quorum.kind === 'absolute') return t.quorumAbsolute({ count: quorum.count })
  return t.quorumFraction({ share: share(locale, quorum.fraction, 'ofFractions') })
}

/** The same where being there is enough. */
export function presenceWords(locale: Locale, { quorum }: Pick<Rules, 'quorum'>): string {
  const [t, how] = [texts[locale.lang], howTexts[locale.lang]]
  if (quorum.kind === 'none') return t.quorumNone
  if (quorum.kind === 'absolute') return how.presenceCount({ count: quorum.count })
  return how.presence({ share: share(locale, quorum.fraction, 'fractions') })
}

const isSimple = ({ threshold, majorityBase }: Rules) =>
  majorityBase === 'yes_no' && threshold.comparison === 'more_than' && threshold.numerator * 2 === threshold.denominator

/** "Nötig: mehr als die Hälfte Ja." */
export const thresholdWords = (locale: Locale, { threshold }: Pick<Rules, 'threshold'>): string =>
  texts[locale.lang].threshold({ share: share(locale, threshold, 'fractions') })

/** How a majority is counted: shown before anybody votes. */
export function majorityWords(locale: Locale, rules: Rules): string {
  const t = texts[locale.lang]
  const tie = rules.tieRule === 'chair' ? t.tieChair : t.tieReject
  const parts = [thresholdWords(locale, rules), t.bases[rules.majorityBase]]
  return [...parts, ...(isSimple(rules) ? [tie] : [])].join(' ')
}

const order = [
  ...(['complete', 'consent', 'concern', 'objections', 'yes', 'no', 'support', 'reservations', 'abstain'] as const),
  ...(['stand_aside', 'serious_concerns', 'block', 'void', 'recused', 'left'] as const),
]

/** "4 ohne Einwand · 1 mit Bedenken": what was given, and what nobody gave only where it says something. */
export function tallyWords(locale: Locale, tally: Count['tally']): string {
  const t = results[locale.lang]
  return order
    .filter((name) => (tally[name] ?? 0) > 0 || ((name === 'yes' || name === 'no') && name in tally))
    .map((name) => t.counted[name]({ count: tally[name] ?? 0 }))
    .join(' · ')
}

export const reasonWords = (locale: Locale, reason: string): string => results[locale.lang].reasons[reason] ?? reason

export const flagWords = (locale: Locale, flags: string[]): string[] =>
  flags.map((flag) => results[locale.lang].flags[flag] ?? flag)

/** "7c1e…a9f0": enough to compare by eye. */
export const shortSum = (checksum: string): string => `${checksum.slice(0, 4)}…${checksum.slice(-4)}`
