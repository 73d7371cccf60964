export interface Limits {
  perPerson: number
  /** An assembly behind one connection, with two windows each. */
  perNetwork: number
  all: number
}

export interface Place {
  keep(): void
  giveBack(): void
}

interface Taker {
  personId: string
  network: string | undefined
}

/** Longer than any opening of a socket takes. */
const patience = 15_000

/** How many sockets there may be: counted from the knock on, so that a thousand at once do not slip through together. */
export class Places {
  readonly #limits: Limits
  readonly #perPerson = new Map<string, number>()
  readonly #perNetwork = new Map<string, number>()
  #all = 0

  constructor(limits: Limits) {
    this.#limits = limits
  }

  /** Returns how to give it back, or null when there is none left. What is never kept is given back by itself. */
  take(taker: Taker): Place | null {
    if (!this.#isFree(taker)) return null
    this.#count(taker, 1)
    let isTaken = true
    const giveBack = () => {
      clearTimeout(forgotten)
      if (isTaken) this.#count(taker, -1)
      isTaken = false
    }
    const forgotten = setTimeout(giveBack, patience).unref()
    return { keep: () => clearTimeout(forgotten), giveBack }
  }

  #isFree({ personId, network }: Taker): boolean {
    const { perPerson, perNetwork, all } = this.#limits
    const ofNetwork = network === undefined ? 0 : (this.#perNetwork.get(network) ?? 0)
    return this.#all < all && (this.#perPerson.get(personId) ?? 0) < perPerson && ofNetwork < perNetwork
  }

  #count({ personId, network }: Taker, by: 1 | -1): void {
    this.#all += by
    add(this.#perPerson, personId, by)
    if (network !== undefined) add(this.#perNetwork, network, by)
  }
}

function add(counts: Map<string, number>, key: string, by: number): void {
  const count = (counts.get(key) ?? 0) + by
  if (count > 0) counts.set(key, count)
  else counts.delete(key)
}
