import type { Round } from '#src/decisions/rounds/schema.ts'
import type { Rules } from '#src/groups/rules.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts } from './how-texts.ts'
import { texts as words } from './texts.ts'
import { majorityWords, quorumWords } from './words.ts'

type Asked = Pick<Round, 'method' | 'rules'> & Partial<Pick<Round, 'channel' | 'preset'>>

function consensus(locale: Locale, { maxDissent, blockMode }: Rules['consensus']): string {
  const t = texts[locale.lang]
  const part = `${maxDissent.numerator}/${maxDissent.denominator}`
  return `${t.carry} ${t[blockMode]({ share: t.parts[part] ?? part })}`
}

function byMethod(locale: Locale, { method, rules }: Asked): string {
  const { how } = words[locale.lang]
  switch (method) {
    case 'consent':
      return how.consent
    case 'consensus':
      return consensus(locale, rules.consensus)
    case 'systemic_consensing':
      return how.systemic_consensing
    case 'majority':
      return `${how.majority} ${majorityWords(locale, rules)}`
  }
}

/** Who counts; consent and consensus always ask persons (`DOMAIN.md 4.9`). */
function electorate(locale: Locale, { method, rules }: Asked): string[] {
  const t = texts[locale.lang]
  if (rules.electorate === 'persons' || method === 'consent' || method === 'consensus') return []
  const { seatPolicy } = rules
  const more = {
    ...{ all_equal: [], org_only: [], dual: [] },
    weighted: [t.weights(rules.weights)],
    pooled: [t.pool({ seats: rules.pooledSeats })],
  }
  return [t.seats[seatPolicy], ...more[seatPolicy]]
}

const isSilent = ({ method, preset, channel = 'online', rules }: Asked) =>
  preset === 'silent' || (method === 'consent' && channel === 'online' && rules.consent.silence === 'silent')

/** The method in two sentences, with the numbers that hold for this round, and who counts. */
export function inShort(locale: Locale, round: Asked): string {
  const t = texts[locale.lang]
  const { rules, preset, channel } = round
  if (preset === 'statutory') return t.statutory
  if (isSilent(round)) return silent(locale, rules)
  const where = channel === 'circular' ? [t.circular] : channel === 'meeting' ? [t.meeting] : []
  return [byMethod(locale, round), ...electorate(locale, round), quorumWords(locale, rules), ...where].join(' ')
}

/** What is needed only when it comes to that: equal sums, high resistance. */
export function exactly(locale: Locale, { method, rules }: Asked): string | null {
  const t = texts[locale.lang]
  return method === 'systemic_consensing' ? `${t.ties} ${t.alert({ from: rules.alertFrom })}` : null
}

/** All of it, for the record. */
export const howItGoes = (locale: Locale, round: Asked): string =>
  [inShort(locale, round), exactly(locale, round)].filter(Boolean).join(' ')

function silent(locale: Locale, { circular: { minActive } }: Rules): string {
  const t = texts[locale.lang]
  return minActive > 0 ? `${t.silent} ${t.minActive({ count: minActive })}` : t.silent
}
