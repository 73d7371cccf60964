import type { OpenSeat } from './seat.ts'

/** Six people can be told apart by colour; the seventh shares one, and the name tells. The page has its own shades. */
const colours = ['#2a5f94', '#1f6b2e', '#6d4a97', '#7a5312', '#8f2f63', '#00686b'] as const

/** What everybody sees of a person who is there: written by the server, from who is signed in. */
export interface Stamp {
  id: string
  name: string
  color: string
  /** 1 to 6, which of the page's colours for people. */
  tint: number
  access: 'read' | 'write'
}

/** Gives each person of a room a colour of their own as long as there is one left. */
export class Stamps {
  readonly #tints = new Map<string, number>()

  of({ personId, personName, access }: Pick<OpenSeat, 'personId' | 'personName' | 'access'>): Stamp {
    const tint = this.#tints.get(personId) ?? this.#rarest()
    this.#tints.set(personId, tint)
    return { id: personId, name: personName, color: colours[tint - 1] ?? colours[0], tint, access }
  }

  forget(personId: string): void {
    this.#tints.delete(personId)
  }

  #rarest(): number {
    const taken = [...this.#tints.values()]
    const uses = colours.map((_, index) => taken.filter((tint) => tint === index + 1).length)
    return uses.indexOf(Math.min(...uses)) + 1
  }
}
