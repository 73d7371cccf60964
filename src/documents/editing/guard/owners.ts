/** Whose client ids are in one text. */
export class Owners {
  /** Stored along with the words, so for good. */
  readonly #bound: Map<number, string>
  /** On their way into the database, where another process may have been faster. */
  readonly #unconfirmed = new Map<number, string>()
  /** Who is present under an id without having written yet. */
  readonly #claimantOf: (clientId: number) => string | undefined

  constructor(bound: ReadonlyMap<number, string>, claimantOf: (clientId: number) => string | undefined) {
    this.#bound = new Map(bound)
    this.#claimantOf = claimantOf
  }

  authorOf(clientId: number): string | undefined {
    return this.#bound.get(clientId) ?? this.#unconfirmed.get(clientId)
  }

  ownerOf(clientId: number): string | undefined {
    return this.authorOf(clientId) ?? this.#claimantOf(clientId)
  }

  isBound(clientId: number): boolean {
    return this.#bound.has(clientId)
  }

  get isAnyOpen(): boolean {
    return this.#unconfirmed.size > 0
  }

  bind(clientIds: Iterable<number>, personId: string): void {
    for (const clientId of clientIds) if (!this.#bound.has(clientId)) this.#unconfirmed.set(clientId, personId)
  }

  /** Whether it is still open that these words will ever be stored; nobody but their author has seen them. */
  isUnseen(clientId: number, personId: string): boolean {
    const owner = this.#unconfirmed.get(clientId)
    return owner !== undefined && owner !== personId
  }

  /** Every change of a person waits for all ids that are open: words under one may hang on words under another. */
  unconfirmedOf(personId: string): number[] {
    if (this.#unconfirmed.size === 0) return []
    return [...this.#unconfirmed].filter(([, owner]) => owner === personId).map(([clientId]) => clientId)
  }

  confirm(authors: Iterable<readonly [number, string]>): void {
    for (const [clientId, personId] of authors) {
      this.#bound.set(clientId, personId)
      // Where it turns out to be somebody else's, changes that hang on it are still on their way, to be refused.
      if (this.#unconfirmed.get(clientId) === personId) this.#unconfirmed.delete(clientId)
    }
  }

  /** One of them belongs to somebody else; whose each of them is has to be read anew. */
  deny(clientIds: number[]): void {
    for (const clientId of clientIds) this.#unconfirmed.delete(clientId)
  }
}
