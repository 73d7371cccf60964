/** A statement as far as matching looks at it. */
export interface Stated {
  key: string
  place: string
  words: string
}

export interface Pair {
  old: Stated
  fresh: Stated
  same: boolean
}

/** What has become of every statement; each of both editions stands in it exactly once. */
export interface Matching {
  pairs: Pair[]
  /** In the older edition alone. */
  dropped: Stated[]
  /** In the newer edition alone. */
  added: Stated[]
  /** Could be one of several, or something new: for people to decide. */
  unclear: { fresh: Stated; candidates: Stated[] }[]
}

/** From here on two statements are taken for the same one. */
const alike = 0.5
/** From here on it is worth asking. */
const perhaps = 0.3
/** So close behind the best that the best is not sure. */
const close = 0.12
/** The same place makes it likelier. */
const samePlace = 0.2
const mostCandidates = 4

export const plainly = (text: string) => text.replace(/\s+/g, ' ').trim()
const placeKey = (place: string) => plainly(place).toLocaleLowerCase('de')

const wordSet = (text: string) =>
  new Set(
    plainly(text)
      .toLocaleLowerCase('de')
      .match(/[\p{L}\p{N}]+/gu),
  )

/** Share of words that both have. */
function share(these: Set<string>, those: Set<string>): number {
  if (these.size + those.size === 0) return 1
  let both = 0
  for (const word of these) if (those.has(word)) both += 1
  return (2 * both) / (these.size + those.size)
}

const byKey = (a: Stated, b: Stated) => (a.key < b.key ? -1 : 1)

/** Takes what is equal under a sign out of both lists, in the order of their keys where several are. */
function takeEqual(olds: Set<Stated>, fresh: Set<Stated>, sign: (stated: Stated) => string): Pair[] {
  const waiting = new Map<string, Stated[]>()
  for (const old of [...olds].sort(byKey)) waiting.set(sign(old), [...(waiting.get(sign(old)) ?? []), old])
  const pairs: Pair[] = []
  for (const one of [...fresh].sort(byKey)) {
    const old = waiting.get(sign(one))?.shift()
    if (!old) continue
    olds.delete(old)
    fresh.delete(one)
    pairs.push({ old, fresh: one, same: plainly(old.words) === plainly(one.words) })
  }
  return pairs
}

interface Rated {
  old: Stated
  fresh: Stated
  rate: number
}

/** More than so many likely partners of one statement help nobody. */
const kept = 8

const byRate = (a: Rated, b: Rated) => b.rate - a.rate || byKey(a.fresh, b.fresh) || byKey(a.old, b.old)

function ratings(olds: Set<Stated>, fresh: Set<Stated>): Rated[] {
  const known = new Map([...olds, ...fresh].map((stated) => [stated, wordSet(stated.words)]))
  const empty = new Set<string>()
  const rate = (old: Stated, one: Stated) => {
    const likeness = share(known.get(old) ?? empty, known.get(one) ?? empty)
    return likeness >= perhaps && placeKey(old.place) === placeKey(one.place) ? likeness + samePlace : likeness
  }
  const best = (rated: Rated[]) =>
    rated
      .filter((one) => one.rate >= perhaps)
      .sort(byRate)
      .slice(0, kept)
  const ofFresh = [...fresh].flatMap((one) => best([...olds].map((old) => ({ old, fresh: one, rate: rate(old, one) }))))
  return ofFresh.sort(byRate)
}

/** Whether nothing else comes close, seen from both sides. */
const isSure = (best: Rated, rivals: Rated[]) =>
  best.rate >= alike && rivals.every((other) => other === best || other.rate <= best.rate - close)

/** Takes out the pairs that are sure; each makes others surer, until nothing moves any more. */
function takeSure(olds: Set<Stated>, fresh: Set<Stated>, rated: Rated[]): Pair[] {
  const pairs: Pair[] = []
  const isOpen = (one: Rated) => olds.has(one.old) && fresh.has(one.fresh)
  for (let open = rated, before = -1; before !== pairs.length; open = open.filter(isOpen)) {
    before = pairs.length
    for (const best of open) {
      const rivals = open.filter((one) => (one.old === best.old || one.fresh === best.fresh) && isOpen(one))
      if (!isOpen(best) || !isSure(best, rivals)) continue
      olds.delete(best.old)
      fresh.delete(best.fresh)
      pairs.push({ old: best.old, fresh: best.fresh, same: false })
    }
  }
  return pairs
}

/**
 * Matches two editions of a programme: first what is word for word the same, then by likeness of words, helped by the
 * place. The same two editions always give the same answer, in whatever order they are handed in.
 */
export function matchStatements(before: readonly Stated[], after: readonly Stated[]): Matching {
  const [olds, fresh] = [new Set(before), new Set(after)]
  const pairs = [
    ...takeEqual(olds, fresh, ({ place, words }) => `${placeKey(place)}\n${plainly(words)}`),
    ...takeEqual(olds, fresh, ({ words }) => plainly(words)),
  ]
  const rated = ratings(olds, fresh)
  pairs.push(...takeSure(olds, fresh, rated))
  const candidatesOf = (one: Stated) =>
    rated
      .filter((other) => other.fresh === one && olds.has(other.old))
      .slice(0, mostCandidates)
      .map(({ old }) => old)
  const unclear = [...fresh].map((one) => ({ fresh: one, candidates: candidatesOf(one) }))
  const asked = unclear.filter(({ candidates }) => candidates.length > 0)
  return {
    pairs,
    dropped: [...olds].filter((old) => !asked.some(({ candidates }) => candidates.includes(old))),
    added: unclear.filter(({ candidates }) => candidates.length === 0).map((one) => one.fresh),
    unclear: asked,
  }
}
