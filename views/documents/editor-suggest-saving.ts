import type { Draft } from './editor-suggest-draft.ts'
import type { Office, Saved, Told } from './editor-suggest-office.ts'

/** What is not on the server yet, as a device keeps it. */
export interface Unsent {
  id: string
  update: Uint8Array
  clients: number[]
  version: number
}

export type SuggestState = 'saved' | 'sending' | 'unsent' | 'refused'

interface Listeners {
  /** As few bytes as say the same. */
  packed(draft: Draft): Uint8Array
  /** Something is saved, or is not. */
  changed(): void
  /** Another window of the same person has written on it. */
  older(draft: Draft, told: Told): void
  /** Somebody has decided on it meanwhile. */
  settled(draft: Draft, state: string): void
  saved(draft: Draft, told: Told): void
}

const moment = 400
const longestWait = 30_000

/** Brings own suggestions to the server, one after the other, each until it is there. */
export class SuggestionSaving {
  readonly #office: Pick<Office, 'save' | 'settle'>
  readonly #listeners: Listeners
  readonly #unsaved = new Set<Draft>()
  readonly #refused = new Map<Draft, string>()
  readonly #leaving = new Set<string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | undefined
  #failures = 0
  #ended = false

  constructor(office: Pick<Office, 'save' | 'settle'>, listeners: Listeners) {
    this.#office = office
    this.#listeners = listeners
  }

  get state(): SuggestState {
    if (this.#refused.size > 0) return 'refused'
    if (this.#unsaved.size + this.#leaving.size === 0) return 'saved'
    return this.#failures > 0 ? 'unsent' : 'sending'
  }

  get problem(): string {
    return [...this.#refused.values()][0] ?? ''
  }

  get complete(): boolean {
    return this.#unsaved.size + this.#refused.size + this.#leaving.size === 0
  }

  get unsent(): Unsent[] {
    return [...this.#unsaved, ...this.#refused.keys()]
      .filter((draft) => !draft.isEmpty)
      .map(({ id, update, used, version }) => ({ id, update, clients: used, version }))
  }

  isUnsaved(draft: Draft): boolean {
    return this.#unsaved.has(draft) || this.#refused.has(draft)
  }

  /** Withdrawn here, though the server may not know yet. */
  isLeaving(id: string): boolean {
    return this.#leaving.has(id)
  }

  changed(draft: Draft): void {
    this.#refused.delete(draft)
    this.#unsaved.add(draft)
    this.#later(moment)
    this.#listeners.changed()
  }

  /** It is over, or part of another one. */
  withdraw(draft: Draft): void {
    this.forget(draft)
    if (draft.version > 0) this.#leaving.add(draft.id)
    this.#later(0)
    this.#listeners.changed()
  }

  forget(draft: Draft): void {
    this.#unsaved.delete(draft)
    this.#refused.delete(draft)
  }

  /** The line is back, or somebody is about to leave. */
  now(): void {
    if (!this.complete) this.#later(0)
  }

  end(): void {
    this.#ended = true
    clearTimeout(this.#timer)
  }

  #later(wait: number): void {
    clearTimeout(this.#timer)
    if (!this.#ended) this.#timer = setTimeout(() => this.#begin(), wait)
  }

  #begin(): void {
    this.#sending ??= this.#send().then((isThere) => {
      this.#sending = undefined
      this.#failures = isThere ? 0 : this.#failures + 1
      if (this.#unsaved.size + this.#leaving.size > 0)
        this.#later(isThere ? moment : Math.min(longestWait, moment * 2 ** this.#failures))
      this.#listeners.changed()
    })
  }

  /** Whether the server could be reached with all of it. What is withdrawn goes first: its ids may go on in another one. */
  async #send(): Promise<boolean> {
    for (const id of this.#leaving) {
      if ((await this.#office.settle(id, 'withdrawal')) === 'failed') return false
      this.#leaving.delete(id)
    }
    for (const draft of this.#unsaved) {
      if (draft.isEmpty) {
        this.#empty(draft)
        continue
      }
      const { id, update, patch, used, version } = draft
      const saved = await this.#office.save({ id, update: this.#listeners.packed(draft), clients: used, version })
      if (saved.kind === 'saved') draft.stored = patch
      if (!this.#unsaved.has(draft)) continue
      if (saved.kind === 'later') return false
      if (!this.#answered(draft, update, saved)) return true
    }
    return true
  }

  /** Taken back until nothing was left of it: withdrawn by itself. */
  #empty(draft: Draft): void {
    this.#unsaved.delete(draft)
    if (draft.version === 0) return
    this.#leaving.add(draft.id)
    draft.beginAgain()
  }

  #answered(draft: Draft, update: Uint8Array, saved: Exclude<Saved, { kind: 'later' }>): boolean {
    if (saved.kind === 'older') {
      this.#listeners.older(draft, saved.told)
      return false
    }
    if (saved.kind === 'saved') {
      draft.version = saved.told.version
      draft.savedAt = Date.now()
      if (draft.update === update) this.#unsaved.delete(draft)
      this.#listeners.saved(draft, saved.told)
      return true
    }
    this.#unsaved.delete(draft)
    if (saved.kind === 'settled') this.#listeners.settled(draft, saved.state)
    else if (saved.problem !== 'empty') this.#refused.set(draft, saved.problem)
    return true
  }
}
