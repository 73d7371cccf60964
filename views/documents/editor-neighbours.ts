import type { Saving } from './editor-saving.ts'
import { hearTabs, type TabNews } from './open-tabs.ts'

/** Letters that are typed so soon after each other are told at once. */
const together = 30
/** What was not stored for so long was written on a line that is none any more. */
const suspicious = 1_000

/**
 * The other tabs of this device that have the same text open. While there is no line they have only each other: what one
 * writes is in the others at once. Half a word that stood in the other one until the line came back would be torn by
 * what is written behind it there.
 */
export class Neighbours {
  readonly #copyName: string
  readonly #saving: Saving
  readonly #line: ReturnType<typeof hearTabs>
  #later: ReturnType<typeof setTimeout> | undefined
  #hasNews = false

  constructor(copyName: string, saving: Saving, hear: (news: TabNews) => void) {
    this.#copyName = copyName
    this.#saving = saving
    this.#line = hearTabs(hear)
  }

  changed(connected: boolean): void {
    this.#hasNews = true
    if (!connected) this.#later ??= setTimeout(() => this.#tell(), together)
  }

  /** A line may stand and carry nothing. */
  look(): void {
    const since = this.#saving.waitingSince ?? Date.now()
    if (this.#hasNews && Date.now() - since > suspicious) this.#tell()
  }

  end(): void {
    if (this.#later) this.#tell()
    this.#line.end()
  }

  #tell(): void {
    clearTimeout(this.#later)
    this.#later = undefined
    this.#hasNews = false
    this.#line.tell({ written: this.#copyName })
  }
}
