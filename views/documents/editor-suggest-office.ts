import { fromBase64, toBase64 } from 'lib0/buffer'
import type { ToldSuggestion } from '#src/documents/suggestions/answering.ts'
import type { Suggested } from './editor-suggest-overlay.ts'
import { patchOf } from './editor-suggest-patch.ts'
import type { Unsent } from './editor-suggest-saving.ts'

/** A suggestion as the server tells it, its update as bytes. */
export interface Told
  extends Suggested,
    Pick<
      ToldSuggestion,
      'author' | 'mine' | 'version' | 'changes' | 'collision' | 'gone' | 'doubles' | 'may' | 'threadCount'
    > {
  changedAt: string
  update: Uint8Array
}

type Sent = Omit<ToldSuggestion, 'createdAt' | 'changedAt'> & { changedAt: string }

function toldOf(sent: Sent): Told {
  const update = fromBase64(sent.update)
  return { ...sent, update, patch: patchOf(update), clients: new Set(sent.clients) }
}

/** `later`: nobody there, or not now. */
export type Saved =
  | { kind: 'saved'; told: Told }
  | { kind: 'older'; told: Told }
  | Decided
  | { kind: 'refused'; problem: string }
  | { kind: 'later' }

/** What became of it, and how it was then; how it was is unknown when nobody says. */
export interface Decided {
  kind: 'settled'
  state: string
  told?: Told
}

export type Withdrawn = { kind: 'done' | 'later' } | Decided

export type Verb = 'acceptance' | 'rejection' | 'withdrawal'

/** `done`, somebody else was faster, there is no such place any more, or try again. */
export type Settled = 'done' | 'settled' | 'gone' | 'failed'

interface Answer {
  suggestion?: Sent | null
  suggestions?: Sent[]
  problem?: string
  state?: string
}

/** What the editor asks the server about suggestions. */
export class Office {
  readonly #address: string

  constructor(address: string) {
    this.#address = address
  }

  /** Nothing when nobody could be asked. */
  async list(): Promise<Told[] | null> {
    const answer = await this.#ask(this.#address)
    if (!answer?.ok || answer.redirected) return null
    return ((await answer.json()) as Answer).suggestions?.map(toldOf) ?? null
  }

  async save({ id, update, clients, version }: Unsent): Promise<Saved> {
    const body = JSON.stringify({ id, update: toBase64(update), clients, version })
    const answer = await this.#ask(this.#address, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    })
    if (!answer || answer.redirected || ![200, 409, 422].includes(answer.status)) return { kind: 'later' }
    return savedOf(answer.status, (await answer.json()) as Answer)
  }

  async settle(id: string, verb: Verb): Promise<Settled> {
    const answer = await this.#ask(`${this.#address}/${id}/${verb}`, { method: 'POST' })
    if (answer?.ok && !answer.redirected) return 'done'
    if (answer?.status !== 409) return answer?.status === 404 ? 'settled' : 'failed'
    return ((await answer.json()) as Answer).problem === 'gone' ? 'gone' : 'settled'
  }

  /** When somebody was faster: what they have decided, and on what. */
  async withdraw(id: string): Promise<Withdrawn> {
    const answer = await this.#ask(`${this.#address}/${id}/withdrawal`, { method: 'POST' })
    if (!answer || answer.redirected) return { kind: 'later' }
    if (answer.status === 409) return decidedOf((await answer.json()) as Answer)
    return { kind: answer.ok || answer.status === 404 ? 'done' : 'later' }
  }

  async acceptAllOf(author: string): Promise<Settled> {
    const answer = await this.#ask(`${this.#address}/acceptances?author=${author}`, { method: 'POST' })
    return answer?.ok && !answer.redirected ? 'done' : 'failed'
  }

  async #ask(address: string, { headers, ...request }: RequestInit = {}): Promise<Response | null> {
    return fetch(address, { ...request, headers: { ...headers, Accept: 'application/json' } }).catch(() => null)
  }
}

function decidedOf({ suggestion, state = '' }: Answer): Decided {
  return { kind: 'settled', state, ...(suggestion && { told: toldOf(suggestion) }) }
}

function savedOf(status: number, answer: Answer): Saved {
  const { suggestion, problem = '' } = answer
  if (problem === 'settled') return decidedOf(answer)
  if (suggestion) return { kind: status === 200 ? 'saved' : 'older', told: toldOf(suggestion) }
  return status === 422 ? { kind: 'refused', problem } : { kind: 'later' }
}
