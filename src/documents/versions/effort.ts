/** As much is looked for as a reader would wait for: what costs too much is shown as exchanged as a whole. */
export class Effort {
  #left: number

  constructor(steps = 1_500_000) {
    this.#left = steps
  }

  /** Looks for a way of at most so many edits; what it costs grows with their square. */
  spend<Part extends { count: number; added: boolean; removed: boolean }>(
    wanted: number,
    look: (maxEditLength: number) => Part[] | undefined,
  ): Part[] | undefined {
    const most = Math.min(wanted, Math.floor(Math.sqrt(this.#left)))
    if (most < 2) return undefined
    const found = look(most)
    const edits = found?.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0) ?? most
    this.#left = Math.max(0, this.#left - edits * edits)
    return found
  }
}
