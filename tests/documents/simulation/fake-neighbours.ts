import type { Neighbours, News } from '#src/documents/editing/processes/neighbours.ts'
import type { Dice } from './dice.ts'
import type { FakeClock } from './fake-clock.ts'

type Ear<T extends unknown[]> = (...said: T) => void

interface Known {
  news: Set<Ear<[News, string]>>
  come: Set<Ear<[string]>>
  gone: Set<Ear<[string]>>
  missed: Set<Ear<[]>>
}

const added = <T>(all: Set<T>, one: T) => {
  all.add(one)
  return () => void all.delete(one)
}

/** NOTIFY and LISTEN between processes, of which anything may get lost. */
export class FakeStreet {
  /** Share of the notes that never arrive. */
  losing = 0
  readonly #clock: FakeClock
  readonly #dice: Dice
  readonly #houses = new Map<string, Known>()

  constructor(clock: FakeClock, dice: Dice) {
    this.#clock = clock
    this.#dice = dice
  }

  moveIn(name: string): Neighbours {
    const own: Known = { news: new Set(), come: new Set(), gone: new Set(), missed: new Set() }
    this.#houses.set(name, own)
    this.#others(name, (house) => tell(house.come, name))
    return {
      known: () => new Set([...this.#houses.keys()].filter((other) => other !== name)),
      tell: async (news) => {
        const note = JSON.stringify(news)
        this.#others(name, (house) => tell(house.news, JSON.parse(note) as News, name))
      },
      onNews: (listener) => added(own.news, listener),
      onCome: (listener) => added(own.come, listener),
      onGone: (listener) => added(own.gone, listener),
      onMissed: (listener) => added(own.missed, listener),
    }
  }

  moveOut(name: string): void {
    this.#houses.delete(name)
    this.#others(name, (house) => tell(house.gone, name))
  }

  /** For a while this house heard nothing, and knows it. */
  missed(name: string): void {
    const house = this.#houses.get(name)
    if (house) tell(house.missed)
  }

  #others(name: string, say: (house: Known) => void): void {
    for (const [other, house] of this.#houses) {
      if (other === name || this.#dice.chance(this.losing)) continue
      this.#clock.later(this.#dice.between(1, 20), () => this.#houses.get(other) === house && say(house))
    }
  }
}

function tell<T extends unknown[]>(ears: Set<Ear<T>>, ...said: T): void {
  for (const ear of ears) ear(...said)
}
