import type { Draft } from './editor-suggest-draft.ts'

interface Step {
  draft: Draft
  parts: Uint8Array[]
}

/** What is typed so soon after each other is taken back together. */
const together = 500

/** What can be taken back, the last first: only what was proposed in this window. */
export class Steps {
  #made: Step[] = []
  #back: Step[] = []
  #at = 0

  made(draft: Draft, part: Uint8Array): void {
    const last = this.#made.at(-1)
    if (last?.draft === draft && Date.now() - this.#at < together && this.#back.length === 0) last.parts.push(part)
    else this.#made.push({ draft, parts: [part] })
    this.#at = Date.now()
    this.#back = []
  }

  get canBack(): boolean {
    return this.#made.length > 0
  }

  get canAgain(): boolean {
    return this.#back.length > 0
  }

  back(): Step | undefined {
    return this.#pass(this.#made, this.#back)
  }

  again(): Step | undefined {
    return this.#pass(this.#back, this.#made)
  }

  /** It is decided on: nothing of it can be taken back here. */
  forget(draft: Draft): void {
    this.#made = this.#made.filter((step) => step.draft !== draft)
    this.#back = this.#back.filter((step) => step.draft !== draft)
  }

  move(from: Draft, to: Draft): void {
    for (const step of [...this.#made, ...this.#back]) if (step.draft === from) step.draft = to
  }

  #pass(from: Step[], to: Step[]): Step | undefined {
    const step = from.pop()
    if (step) to.push(step)
    this.#at = 0
    return step
  }
}
