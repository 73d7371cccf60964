import type { Draft } from './editor-suggest-draft.ts'
import { Leaving } from './editor-suggest-leaving.ts'
import type { Decided, Office, Saved, Told } from './editor-suggest-office.ts'

/** What is not on the server yet, as a device keeps it. */
export interface Unsent {
  id: string
  update: Uint8Array
  clients: number[]
  version: number
  /** Stored ones that are a part of it now, and may still be open. */
  absorbed?: string[]
}

export type SuggestState = 'saved' | 'sending' | 'unsent' | 'refused'

interface Listeners {
  /** As few bytes as say the same. */
  packed(draft: Draft): Uint8Array
  /** Something is saved, or is not. */
  changed(): void
  /** Another window of the same person has written on it. */
  older(draft: Draft, told: Told): void
  /** Somebody has decided on it meanwhile, or on some of what has become a part of it. */
  settled(draft: Draft, what: Decided[]): void
  saved(draft: Draft, told: Told): void
}

export type Place = Pick<Office, 'save' | 'withdraw'>

const moment = 400
const longestWait = 30_000

/** Brings own suggestions to the server, one after the other, each until it is there. */
export class SuggestionSaving {
  readonly #office: Place
  readonly #listeners: Listeners
  readonly #unsaved = new Set<Draft>()
  readonly #refused = new Map<Draft, string>()
  /** Decided on while it was being written on, or parts of it were: kept until that has become another one. */
  readonly #decided = new Map<Draft, string[]>()
  readonly #leaving: Leaving
  #timer: ReturnType<typeof setTimeout> | undefined
  #sending: Promise<void> | undefined
  #failures = 0
  #ended = false

  constructor(office: Place, listeners: Listeners) {
    this.#office = office
    this.#leaving = new Leaving(office)
    this.#listeners = listeners
  }

  get state(): SuggestState {
    if (this.#refused.size > 0) return 'refused'
    if (this.complete) return 'saved'
    return this.#failures > 0 ? 'unsent' : 'sending'
  }

  get problem(): string {
    return [...this.#refused.values()][0] ?? ''
  }

  get complete(): boolean {
    return this.#unsaved.size + this.#refused.size + this.#decided.size + this.#leaving.size === 0
  }

  get unsent(): Unsent[] {
    return [...this.#unsaved, ...this.#refused.keys(), ...this.#decided.keys()]
      .filter((draft) => !draft.isEmpty)
      .map((draft) => this.#unsentOf(draft))
  }

  isUnsaved(draft: Draft): boolean {
    return this.#unsaved.has(draft) || this.#refused.has(draft) || this.#decided.has(draft)
  }

  /** Withdrawn here, though the server may not know yet. */
  isLeaving(id: string): boolean {
    return this.#leaving.has(id)
  }

  changed(draft: Draft): void {
    this.#refused.delete(draft)
    if (!this.#decided.has(draft)) this.#unsaved.add(draft)
    this.#later(moment)
    this.#listeners.changed()
  }

  /** It is over. */
  withdraw(draft: Draft): void {
    this.forget(draft)
    if (draft.isSent) this.#leaving.add(draft.id)
    this.#later(0)
    this.#listeners.changed()
  }

  /** These are part of that one from now on, which is all that is to be there of them. */
  absorb(ids: Iterable<string>, by: Draft): void {
    for (const id of ids) this.#leaving.add(id, by)
    this.changed(by)
  }

  absorbed(draft: Draft, by: Draft): void {
    this.forget(draft)
    this.#leaving.move(draft, by)
    this.absorb(draft.isSent ? [draft.id] : [], by)
  }

  forget(draft: Draft): void {
    this.#unsaved.delete(draft)
    this.#refused.delete(draft)
    this.#decided.delete(draft)
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
    const decided = await this.#leaving.send()
    if (!decided) return false
    for (const [draft, what] of decided) this.#settle(draft, what)
    for (const draft of this.#unsaved) {
      if (draft.isEmpty) {
        this.#empty(draft)
        continue
      }
      // Grown together with another one meanwhile, whose ids are not free before that is withdrawn.
      if (this.#leaving.partsOf(draft).length > 0) continue
      const { update, patch } = draft
      draft.isSent = true
      const saved = await this.#office.save({ ...this.#unsentOf(draft), update: this.#listeners.packed(draft) })
      if (saved.kind === 'saved') draft.stored = patch
      if (!this.#unsaved.has(draft)) continue
      if (saved.kind === 'later') return false
      if (!this.#answered(draft, update, saved)) return true
    }
    return true
  }

  #unsentOf(draft: Draft): Unsent {
    const { id, update, used: clients, version } = draft
    const absorbed = [...this.#leaving.partsOf(draft), ...(this.#decided.get(draft) ?? [])]
    return { id, update, clients, version, ...(absorbed.length > 0 && { absorbed }) }
  }

  /** Taken back until nothing was left of it: withdrawn by itself. */
  #empty(draft: Draft): void {
    this.#unsaved.delete(draft)
    if (!draft.isSent) return
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
    if (saved.kind === 'settled') this.#settle(draft, [saved])
    else if (saved.problem !== 'empty') this.#refused.set(draft, saved.problem)
    return true
  }

  #settle(draft: Draft, what: Decided[]): void {
    this.#unsaved.delete(draft)
    const parts = what.flatMap(({ told }) => (told && told.id !== draft.id ? [told.id] : []))
    this.#decided.set(draft, parts)
    this.#listeners.settled(draft, what)
  }
}
