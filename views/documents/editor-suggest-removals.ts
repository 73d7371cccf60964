import type * as Y from 'yjs'
import type { Suggested } from './editor-suggest-overlay.ts'

/** A part of a run of letters, and who proposes to take it out. */
export interface Cut {
  from: number
  to: number
  by: Suggested[]
}

interface Stretch {
  clock: number
  end: number
  by: Suggested
}

/** Who proposes to take out which letters, looked up by letter. */
export class Removals {
  readonly #stretches = new Map<number, Stretch[]>()

  constructor(suggestions: Suggested[]) {
    for (const by of suggestions)
      for (const [client, stretches] of by.patch.deletions.clients) {
        const all = this.#stretches.get(client) ?? []
        all.push(...stretches.map(({ clock, len }) => ({ clock, end: clock + len, by })))
        this.#stretches.set(client, all)
      }
  }

  at({ client, clock }: Y.ID): Pick<Cut, 'by'> {
    return { by: this.#over(client, clock, clock + 1).map(({ by }) => by) }
  }

  /** A run in as many parts as there are different answers. */
  cut({ id: { client, clock }, length }: Y.Item): Cut[] {
    const over = this.#over(client, clock, clock + length)
    const marks = new Set([0, length])
    for (const one of over)
      for (const at of [one.clock - clock, one.end - clock]) if (at > 0 && at < length) marks.add(at)
    const at = [...marks].sort((one, other) => one - other)
    return at.slice(1).map((to, index) => {
      const from = at[index] ?? 0
      return {
        from,
        to,
        by: over.filter((one) => one.clock - clock <= from && one.end - clock >= to).map(({ by }) => by),
      }
    })
  }

  #over(client: number, clock: number, end: number): Stretch[] {
    return this.#stretches.get(client)?.filter((one) => one.clock < end && one.end > clock) ?? []
  }
}
