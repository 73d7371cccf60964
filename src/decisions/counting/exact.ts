import type { Fraction } from '../../groups/rules.ts'

/** Whole numbers on both sides, never a quotient: 200 of 300 are two thirds (`DOMAIN.md 4.1 G1, G2`). */
export function reaches(part: number, whole: number, { comparison, numerator, denominator }: Fraction): boolean {
  const have = BigInt(part) * BigInt(denominator)
  const need = BigInt(whole) * BigInt(numerator)
  return comparison === 'at_least' ? have >= need : have > need
}

/** A simple majority is any threshold equal to more than one half (`DOMAIN.md 4.10`). */
export const isSimpleMajority = ({ comparison, numerator, denominator }: Fraction) =>
  comparison === 'more_than' && numerator * 2 === denominator

/** Tenths of a percent, half up: for showing only (`DOMAIN.md 4.1 G12`). Null where there is nothing to share. */
export const tenthsOfPercent = (part: number, whole: number): number | null =>
  whole === 0 ? null : Number((BigInt(part) * 2000n + BigInt(whole)) / (2n * BigInt(whole)))
