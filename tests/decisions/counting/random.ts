import type { Fraction, Quorum } from '#src/groups/rules.ts'

/** A whole number below. */
export type Random = (below: number) => number

export function seeded(seed: number): Random {
  let state = seed
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  // Neighbouring seeds begin with nearly the same numbers.
  for (let step = 0; step < 5; step++) random(1)
  return random
}

export const pick = <T>(random: Random, from: readonly T[]): T => from[random(from.length)] as T

export const list = <T>(random: Random, most: number, make: () => T): T[] =>
  Array.from({ length: random(most + 1) }, make)

export function shuffled<T>(random: Random, from: readonly T[]): T[] {
  const deck = [...from]
  for (let at = deck.length - 1; at > 0; at--) {
    const other = random(at + 1)
    const card = deck[at] as T
    deck[at] = deck[other] as T
    deck[other] = card
  }
  return deck
}

export const someFraction = (random: Random): Fraction => {
  const denominator = 1 + random(6)
  return { comparison: pick(random, ['at_least', 'more_than']), numerator: random(denominator + 1), denominator }
}

export const someQuorum = (random: Random): Quorum =>
  pick<() => Quorum>(random, [
    () => ({ kind: 'none' }),
    () => ({ kind: 'absolute', count: random(9) }),
    () => ({ kind: 'fraction', fraction: someFraction(random) }),
  ])()
