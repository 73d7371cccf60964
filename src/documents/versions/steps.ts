import { alignEqual, bestPairs, type Pair, pairAlike, sharedWords } from '../content/matching.ts'
import type { Content } from '../markup.ts'
import { exactly, holdsWords, identityOf, kindOf, loosely, wordsIn } from './shapes.ts'

/** Something that stayed, was changed, or is only in one of the two. */
export interface Step {
  old?: Content
  fresh?: Content
}

/** Blocks that share less are two different ones. */
const leastAlike = 0.4
/** A paragraph that became a heading says nearly the same. */
const leastOfOtherType = 0.7

type Find = (olds: Content[], news: Content[]) => Pair[]

/** From what is the same for sure to what is only alike. */
const ways: Find[] = [
  (olds, news) => alignEqual(olds.map(exactly), news.map(exactly)),
  (olds, news) => alignEqual(olds.map(identity), news.map(identity)),
  (olds, news) => alignEqual(olds.map(loosely), news.map(loosely)),
  (olds, news) => pairAlike(olds, news, likeness, leastAlike),
  byThemselves,
]

const identity = (node: Content, place: number) => String(identityOf(node) ?? `${place} ${exactly(node)}`)

function likeness(one: Content, other: Content): number {
  if (kindOf(one) !== kindOf(other)) return 0
  if (one.type === 'image') return one.attrs?.attachment === other.attrs?.attachment ? 1 : 0
  const shared = sharedWords(wordsIn(one), wordsIn(other))
  if (one.type !== other.type && holdsWords(one)) return shared >= leastOfOtherType ? shared : 0
  return Math.max(shared, startsAlike(one, other))
}

/** A word or two more make a short line no other one. */
function startsAlike(one: Content, other: Content): number {
  if (!holdsWords(one)) return 0
  const [few, many] = [wordsIn(one), wordsIn(other)]
  return few.size > 0 && few.size <= 2 && many.size <= 4 && [...few].every((word) => many.has(word)) ? leastAlike : 0
}

/** Nothing else can have become of it: a list between the same paragraphs is still that list. */
function byThemselves(olds: Content[], news: Content[]): Pair[] {
  const [old, fresh] = [olds[0], news[0]]
  if (olds.length !== 1 || news.length !== 1 || !old || !fresh || holdsWords(old)) return []
  return kindOf(old) === kindOf(fresh) ? [[0, 0]] : []
}

/** So many can be weighed each against each. */
const fewEnough = 2_500

/** Where there are few, the order is kept in which most of the words stay where they are. */
const weighed: Find[] = [(olds, news) => bestPairs(olds, news, worth), byThemselves]

function worth(one: Content, other: Content): number {
  const share = exactly(one) === exactly(other) ? 1.2 : sameness(one, other)
  return share >= leastAlike ? share * (1 + Math.min(wordsIn(one).size, wordsIn(other).size)) : 0
}

function sameness(one: Content, other: Content): number {
  if (kindOf(one) === kindOf(other) && identityOf(one) !== undefined && identityOf(one) === identityOf(other))
    return 1.1
  return loosely(one) === loosely(other) ? 1 : likeness(one, other)
}

/** What became of each of the older ones, in the order in which a reader goes through them. */
export function stepsBetween(olds: Content[], news: Content[]): Step[] {
  const same = startOf(olds, news)
  const end = startOf(olds.slice(same).reverse(), news.slice(same).reverse())
  const [older, newer] = [olds.slice(same, olds.length - end), news.slice(same, news.length - end)]
  const inner = refine(older, newer, older.length * newer.length <= fewEnough ? weighed : ways)
  const last = side(olds.slice(olds.length - end), news.slice(news.length - end))
  return [...side(olds.slice(0, same), news), ...inner, ...last]
}

const side = (olds: Content[], news: Content[]): Step[] => olds.map((old, at) => ({ old, fresh: news[at] as Content }))

/** How many are the same from the beginning. */
function startOf(olds: Content[], news: Content[]): number {
  const other = olds.findIndex((old, at) => !news[at] || exactly(old) !== exactly(news[at]))
  return other < 0 ? olds.length : other
}

function refine(olds: Content[], news: Content[], [find, ...others]: Find[]): Step[] {
  if (!find || olds.length === 0 || news.length === 0)
    return [...olds.map((old) => ({ old })), ...news.map((fresh) => ({ fresh }))]
  const steps: Step[] = []
  let [older, newer] = [0, 0]
  for (const [one, other] of [...find(olds, news), [olds.length, news.length] as const]) {
    steps.push(...refine(olds.slice(older, one), news.slice(newer, other), others))
    const [old, fresh] = [olds[one], news[other]]
    if (old && fresh) steps.push({ old, fresh })
    ;[older, newer] = [one + 1, other + 1]
  }
  return steps
}
