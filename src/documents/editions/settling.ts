import { type Matching, plainly } from './matching.ts'

/** Key of a new statement → key of the old one that it is, or null for none. */
export type Choices = ReadonlyMap<string, string | null>

export type Settled = Omit<Matching, 'unclear'>

/** After people have decided what was not clear; null as long as something is not decided, or decided twice. */
export function settle({ pairs, dropped, added, unclear }: Matching, choices: Choices): Settled | null {
  const settled: Settled = { pairs: [...pairs], dropped: [...dropped], added: [...added] }
  const open = new Set(unclear.flatMap(({ candidates }) => candidates))
  for (const { fresh, candidates } of unclear) {
    const choice = choices.get(fresh.key)
    if (choice === undefined) return null
    if (choice === null) settled.added.push(fresh)
    else {
      const old = candidates.find(({ key }) => key === choice)
      if (!old || !open.delete(old)) return null
      settled.pairs.push({ old, fresh, same: plainly(old.words) === plainly(fresh.words) })
    }
  }
  settled.dropped.push(...open)
  return settled
}
