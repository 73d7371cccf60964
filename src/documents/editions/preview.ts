import { type WordPart, wordsBetween } from '../comparisons/wording.ts'
import type { Comparing, Old } from './comparing.ts'
import type { Stated } from './matching.ts'

export interface Told {
  key: string
  place: string
  words: string
}

/** A statement of the earlier edition as people see it: with the numbers of the rows that are about it. */
export interface ToldOld extends Told {
  rows: number[]
}

export interface ToldPair {
  before: ToldOld
  after: Told
  parts: WordPart[]
}

/** What taking an edition over would do, before it counts. */
export interface Preview {
  unchanged: ToldPair[]
  changed: ToldPair[]
  dropped: ToldOld[]
  added: Told[]
  unclear: { fresh: Told; candidates: ToldPair[] }[]
  /** Rows that were written by hand and learn what they are about. */
  joined: ToldPair[]
}

const told = ({ key, place, words }: Stated): Told => ({ key, place, words })

/** What was never taken up into a row does not become one because it reads differently. */
export function previewOf({ olds, matching }: Comparing): Preview {
  const rowsOf = ({ key }: Stated) => (olds.get(key)?.rows ?? []).map(({ number }) => number)
  const toldOld = (old: Stated): ToldOld => ({ ...told(old), rows: rowsOf(old) })
  const pairOf = (old: Stated, fresh: Stated): ToldPair => ({
    before: toldOld(old),
    after: told(fresh),
    parts: wordsBetween(old.words, fresh.words),
  })
  const isByHand = ({ key }: Stated) => (olds.get(key) as Old | undefined)?.statement === null
  const hasRows = (pair: ToldPair) => pair.before.rows.length > 0
  const known = matching.pairs.filter(({ old }) => !isByHand(old))
  const pairs = (same: boolean) =>
    known.filter((pair) => pair.same === same).map(({ old, fresh }) => pairOf(old, fresh))
  return {
    unchanged: pairs(true),
    changed: pairs(false).filter(hasRows),
    dropped: matching.dropped
      .filter((old) => !isByHand(old))
      .map(toldOld)
      .filter(({ rows }) => rows.length > 0),
    added: matching.added.map(told),
    unclear: matching.unclear.map(({ fresh, candidates }) => ({
      fresh: told(fresh),
      candidates: candidates.map((old) => pairOf(old, fresh)),
    })),
    joined: matching.pairs.filter(({ old }) => isByHand(old)).map(({ old, fresh }) => pairOf(old, fresh)),
  }
}
