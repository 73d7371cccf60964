import { diffArrays } from 'diff'

/** Places in the older and in the newer list; both go up. */
export type Pair = readonly [older: number, newer: number]

/** A part of both lists in which nothing has been found yet. */
interface Gap {
  from: Pair
  to: Pair
}

/** In a gap that has nothing unmistakable; beyond it nothing is looked for. */
const maxEditLength = 200

/**
 * What is the same in both lists and in the same order. First what occurs once in both, which is found in a moment
 * however long the lists are, then what stands beside it.
 */
export function alignEqual(olds: readonly string[], news: readonly string[]): Pair[] {
  const pairs: Pair[] = []
  const open: Gap[] = [{ from: [0, 0], to: [olds.length, news.length] }]
  for (let gap = open.pop(); gap; gap = open.pop()) {
    const inner = trimmed(gap, olds, news, pairs)
    const [older, newer] = [olds.slice(inner.from[0], inner.to[0]), news.slice(inner.from[1], inner.to[1])]
    if (older.length === 0 || newer.length === 0) continue
    const unique = inOrder(uniqueIn(older, newer))
    const found = (unique.length > 0 ? unique : edited(older, newer)).map(
      ([one, other]) => [one + inner.from[0], other + inner.from[1]] as const,
    )
    pairs.push(...found)
    if (unique.length > 0) open.push(...between(inner, found))
  }
  return pairs.sort(([one], [other]) => one - other)
}

/** The same at both ends. */
function trimmed({ from, to }: Gap, olds: readonly string[], news: readonly string[], pairs: Pair[]): Gap {
  let [[older, newer], [olderEnd, newerEnd]] = [from, to]
  while (older < olderEnd && newer < newerEnd && olds[older] === news[newer]) pairs.push([older++, newer++])
  while (older < olderEnd && newer < newerEnd && olds[olderEnd - 1] === news[newerEnd - 1])
    pairs.push([--olderEnd, --newerEnd])
  return { from: [older, newer], to: [olderEnd, newerEnd] }
}

function placesOfUnique(items: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [place, item] of items.entries()) places.set(item, places.has(item) ? -1 : place)
  return places
}

function uniqueIn(olds: readonly string[], news: readonly string[]): Pair[] {
  const newer = placesOfUnique(news)
  return [...placesOfUnique(olds)].flatMap(([item, older]): Pair[] => {
    const place = newer.get(item) ?? -1
    return older >= 0 && place >= 0 ? [[older, place]] : []
  })
}

/** The most pairs that do not cross each other, out of pairs whose older places go up. */
export function inOrder(pairs: readonly Pair[]): Pair[] {
  const ends: number[] = []
  const before: (number | undefined)[] = []
  for (const [index, [, newer]] of pairs.entries()) {
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[ends[middle] as number] as Pair)[1] < newer) low = middle + 1
      else high = middle
    }
    before[index] = ends[low - 1]
    ends[low] = index
  }
  const longest: Pair[] = []
  for (let at = ends.at(-1); at !== undefined; at = before[at]) longest.push(pairs[at] as Pair)
  return longest.reverse()
}

function between({ from, to }: Gap, found: readonly Pair[]): Gap[] {
  const starts = [from, ...found.map(([one, other]) => [one + 1, other + 1] as const)]
  return starts.map((start, index) => ({ from: start, to: found[index] ?? to }))
}

function edited(olds: string[], news: string[]): Pair[] {
  const pairs: Pair[] = []
  let [older, newer] = [0, 0]
  for (const { added, removed, count } of diffArrays(olds, news, { maxEditLength }) ?? []) {
    if (!added && !removed) for (let n = 0; n < count; n++) pairs.push([older + n, newer + n])
    if (!added) older += count
    if (!removed) newer += count
  }
  return pairs
}

/** From 0 (nothing in common) to 1; nothing at all for two that can never be the same thing. */
export type Likeness<T> = (one: T, other: T) => number

/** Beyond so many comparisons each is only looked for near its place. */
const fewEnough = 10_000
const reach = 20

/** Which of the newer are the older ones, changed; in the same order, and at least so much alike. */
export function pairAlike<T>(olds: readonly T[], news: readonly T[], likeness: Likeness<T>, least: number): Pair[] {
  if (olds.length === 0 || news.length === 0) return []
  if (olds.length * news.length > fewEnough) return nearPairs(olds, news, likeness, least)
  const worth: Likeness<T> = (one, other) => {
    const alike = likeness(one, other)
    return alike >= least ? alike : 0
  }
  return bestPairs(olds, news, worth)
}

/** The pairs in one order that are worth the most together; those worth nothing are none. Compares each with each. */
export function bestPairs<T>(olds: readonly T[], news: readonly T[], worth: Likeness<T>): Pair[] {
  const width = news.length + 1
  const best = new Float64Array((olds.length + 1) * width)
  const take = new Uint8Array(best.length)
  for (let older = olds.length - 1; older >= 0; older--)
    for (let newer = news.length - 1; newer >= 0; newer--) {
      const at = older * width + newer
      const [down, right] = [best[at + width] as number, best[at + 1] as number]
      const gain = worth(olds[older] as T, news[newer] as T)
      const taken = gain > 0 ? gain + (best[at + width + 1] as number) : -1
      best[at] = Math.max(taken, down, right)
      take[at] = taken >= down && taken >= right ? 1 : down >= right ? 2 : 3
    }
  const pairs: Pair[] = []
  for (let [older, newer] = [0, 0]; older < olds.length && newer < news.length; ) {
    const step = take[older * width + newer]
    if (step === 1) pairs.push([older, newer])
    if (step !== 3) older++
    if (step !== 2) newer++
  }
  return pairs
}

function nearPairs<T>(olds: readonly T[], news: readonly T[], likeness: Likeness<T>, least: number): Pair[] {
  const pairs: Pair[] = []
  let next = 0
  for (const [newer, item] of news.entries()) {
    const near = olds.slice(next, next + reach).map((old, index) => [likeness(old, item), next + index] as const)
    const [alike, older] = near.reduce((best, one) => (one[0] > best[0] ? one : best), [0, 0] as const)
    if (alike < least || alike === 0) continue
    pairs.push([older, newer])
    next = older + 1
  }
  return pairs
}

/** Share of words that both have. */
export function sharedWords(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 1
  const [few, many] = one.size < other.size ? [one, other] : [other, one]
  let shared = 0
  for (const word of few) if (many.has(word)) shared++
  return (2 * shared) / (few.size + many.size)
}

export const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
