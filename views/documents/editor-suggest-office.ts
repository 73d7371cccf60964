import { fromBase64, toBase64 } from 'lib0/buffer'
import type { ToldSuggestion } from '#src/documents/suggestions/answering.ts'
import type { Suggested } from './editor-suggest-overlay.ts'
import { patchOf } from './editor-suggest-patch.ts'
import type { Unsent } from './editor-suggest-saving.ts'

/** A suggestion as the server tells it, its update as bytes. */
export interface Told
  extends Suggested,
    Pick<ToldSuggestion, 'author' | 'mine' | 'version' | 'changes' | 'collision' | 'gone' | 'may' | 'threadCount'> {
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
  | { kind: 'settled'; state: string }
  | { kind: 'refused'; problem: string }
  | { kind: 'later' }

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

  async acceptAllOf(author: string): Promise<Settled> {
    const answer = await this.#ask(`${this.#address}/acceptances?author=${author}`, { method: 'POST' })
    return answer?.ok && !answer.redirected ? 'done' : 'failed'
  }

  async #ask(address: string, { headers, ...request }: RequestInit = {}): Promise<Response | null> {
    return fetch(address, { ...request, headers: { ...headers, Accept: 'application/json' } }).catch(() => null)
  }
}

function savedOf(status: number, { suggestion, problem = '', state = '' }: Answer): Saved {
  if (suggestion) return { kind: status === 200 ? 'saved' : 'older', told: toldOf(suggestion) }
  if (status === 422) return { kind: 'refused', problem }
  return problem === 'settled' ? { kind: 'settled', state } : { kind: 'later' }
}
