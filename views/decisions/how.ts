import type { Round } from '#src/decisions/rounds/schema.ts'
import type { Rules } from '#src/groups/rules.ts'
import type { Locale } from '#src/web/locale.ts'
import { texts as ruleTexts } from '../groups/rules-words-texts.ts'
import { texts } from './how-texts.ts'
import { texts as words } from './texts.ts'
import { majorityWords, presenceWords, quorumWords, thresholdWords } from './words.ts'

type Asked = Pick<Round, 'method' | 'rules'> & Partial<Pick<Round, 'channel' | 'preset'>>

function consensus(locale: Locale, { maxDissent, blockMode }: Rules['consensus']): string {
  const t = texts[locale.lang]
  if (maxDissent.numerator === 0) return `${t.carry} ${t.nobodyAgainst[blockMode]}`
  const part = `${maxDissent.numerator}/${maxDissent.denominator}`
  return `${t.carry} ${t[blockMode]({ share: t.parts[part] ?? words[locale.lang].fractions[part] ?? part })}`
}

/** Whoever answers knows what may come of too much dissent. */
const agreedBefore = ({ lang }: Locale, { fallback }: Rules): string[] =>
  fallback === 'none' ? [] : [ruleTexts[lang].fallback[fallback]]

function byMethod(locale: Locale, { method, rules }: Asked): string {
  const { how } = words[locale.lang]
  switch (method) {
    case 'consent':
      return how.consent
    case 'consensus':
      return [consensus(locale, rules.consensus), ...agreedBefore(locale, rules)].join(' ')
    case 'systemic_consensing':
      return how.systemic_consensing
    case 'majority':
      return `${how.majority} ${majorityWords(locale, rules)}`
  }
}

/** Consent and consensus always ask persons (`DOMAIN.md 4.9`). */
const asksPersons = ({ method }: Asked) => method === 'consent' || method === 'consensus'

/** Who counts. By statute and by silence each seat is one, whatever it weighs otherwise. */
function electorate(locale: Locale, round: Asked): string[] {
  const t = texts[locale.lang]
  const { rules, preset } = round
  if (rules.electorate === 'persons') return []
  if (asksPersons(round)) return [t.personsNotSeats]
  const { seatPolicy } = rules
  if (preset === 'statutory' || preset === 'silent')
    return [t.seats[seatPolicy === 'org_only' ? 'org_only' : 'all_equal']]
  const more = {
    ...{ all_equal: [], org_only: [], dual: [] },
    weighted: [t.weights(rules.weights)],
    pooled: [t.pool({ seats: rules.pooledSeats })],
  }
  return [t.seats[seatPolicy], ...more[seatPolicy]]
}

/** Whoever comes to a meeting and does not vote is there all the same (`DOMAIN.md 4.4`). */
const countsPresence = ({ method, channel, rules }: Asked) =>
  channel === 'meeting' && method === 'majority' && rules.quorumScope === 'attendance'

const turnout = (locale: Locale, round: Asked) =>
  countsPresence(round) ? presenceWords(locale, round.rules) : quorumWords(locale, round.rules)

/** What it takes, and by which way it is answered. */
function byRules(locale: Locale, round: Asked): string {
  const t = texts[locale.lang]
  const { channel } = round
  const where = channel === 'circular' ? [t.circular] : channel === 'meeting' ? [t.meeting] : []
  return [byMethod(locale, round), ...electorate(locale, round), turnout(locale, round), ...where].join(' ')
}

/** What it comes to and how many it takes, in one breath: for those who have a minute (`DOMAIN.md 3.3`). */
export function gist(locale: Locale, round: Asked): string {
  const words = gistOfRules(locale, round)
  return round.channel === 'meeting' ? `${words} ${texts[locale.lang].meeting}` : words
}

function gistOfRules(locale: Locale, round: Asked): string {
  const { preset, rules } = round
  if (preset === 'statutory' || preset === 'silent') return texts[locale.lang].gist[preset]
  const words = gistOfMethod(locale, round)
  return rules.quorum.kind === 'none' ? words : `${words} ${turnout(locale, round)}`
}

function gistOfMethod(locale: Locale, { method, rules }: Asked): string {
  const t = texts[locale.lang]
  if (method === 'consensus') return t.gist[rules.consensus.blockMode]
  if (method !== 'majority') return t.gist[method]
  const isDual = rules.electorate === 'seats' && rules.seatPolicy === 'dual'
  const needed = [thresholdWords(locale, rules), words[locale.lang].bases[rules.majorityBase]]
  return [...(isDual ? [t.seats.dual] : []), ...needed].join(' ')
}

/** The method in two sentences, with the numbers that hold for this round, and who counts. */
export function inShort(locale: Locale, round: Asked): string {
  const { rules, preset } = round
  if (preset === 'statutory') return [texts[locale.lang].statutory, ...electorate(locale, round)].join(' ')
  if (preset === 'silent') return [silent(locale, rules), ...electorate(locale, round)].join(' ')
  return byRules(locale, round)
}

/** What is needed only when it comes to that: equal sums, high resistance. */
export function exactly(locale: Locale, { method, rules }: Asked): string | null {
  const t = texts[locale.lang]
  return method === 'systemic_consensing' ? `${t.ties} ${t.alert({ from: rules.alertFrom })}` : null
}

/** All of it, for the record: who counted is said there even where nobody would ask. */
export function howItGoes(locale: Locale, round: Asked): string {
  const persons = round.rules.electorate === 'persons' && texts[locale.lang].persons
  return [inShort(locale, round), exactly(locale, round), persons].filter(Boolean).join(' ')
}

function silent(locale: Locale, { circular: { minActive } }: Rules): string {
  const t = texts[locale.lang]
  return minActive > 0 ? `${t.silent} ${t.minActive({ count: minActive })}` : t.silent
}
