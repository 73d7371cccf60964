import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'

/** What has been told of a client: the how manieth news it was, and what it said. */
export interface Told {
  told: number
  state: string
}

export const gone = 'null'

interface There extends Told {
  process: string
  personId: string | undefined
}

/** Cursors of people whose sockets end in other processes, which have judged and stamped them. */
export class Elsewhere {
  readonly #clients = new Map<number, There>()

  /** What was new in it. */
  hear(process: string, bytes: Uint8Array): [number, Told][] {
    const news = readPresence(bytes).filter(([clientId, { told }]) => told > this.toldOf(clientId))
    for (const [clientId, { told, state }] of news) {
      const personId = personIn(state) ?? this.personOf(clientId)
      this.#clients.set(clientId, { process, told, state, personId })
    }
    return news
  }

  /** Its clients have gone; what has to be told of that. */
  forget(process: string): [number, Told][] {
    const left = this.present().filter(([, there]) => there.process === process)
    for (const [clientId] of this.#clients)
      if (this.#clients.get(clientId)?.process === process) this.#clients.delete(clientId)
    return left.map(([clientId, { told }]) => [clientId, { told: told + 1, state: gone }])
  }

  present(): [number, There][] {
    return [...this.#clients].filter(([, { state }]) => state !== gone)
  }

  toldOf(clientId: number): number {
    return this.#clients.get(clientId)?.told ?? -1
  }

  personOf(clientId: number): string | undefined {
    return this.#clients.get(clientId)?.personId
  }
}

const personIn = (state: string): string | undefined => JSON.parse(state)?.user?.id

export function readPresence(bytes: Uint8Array): [number, Told][] {
  const decoder = decoding.createDecoder(bytes)
  const clients: [number, Told][] = []
  for (let left = decoding.readVarUint(decoder); left > 0; left--) {
    const clientId = decoding.readVarUint(decoder)
    clients.push([clientId, { told: decoding.readVarUint(decoder), state: decoding.readVarString(decoder) }])
  }
  return clients
}

export const writePresence = (clients: [number, Told][]): Uint8Array =>
  encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, clients.length)
    for (const [clientId, { told, state }] of clients) {
      encoding.writeVarUint(encoder, clientId)
      encoding.writeVarUint(encoder, told)
      encoding.writeVarString(encoder, state)
    }
  })
