import { fromBase64, toBase64 } from 'lib0/buffer'
import type { Clock } from '../clock.ts'
import { readPresence, type Told, writePresence } from '../elsewhere.ts'
import type { OpenRooms } from '../open-rooms.ts'
import type { Room } from '../room.ts'
import type { Neighbours, News } from './neighbours.ts'
import { inPieces } from './pieces.ts'

interface Around {
  rooms: OpenRooms
  neighbours: Neighbours
  clock: Clock
}

/** Slower than within one process: a caret may come a little late, and this is the bulk of what processes say. */
const tick = 200
/** Of presence in one note, which may have 8000 bytes; base64 makes four out of three. */
const bytesPerNote = 5_000

type Client = [documentId: string, client: [number, Told]]

/** Tells the other processes who is here in which text and where, and the people here who is there. */
export class PresenceRelay {
  readonly #around: Around
  readonly #stop: (() => void)[]
  /** What has changed since the last tick, each client once. */
  #news = new Map<string, Map<number, Told>>()
  #planned = false

  constructor(around: Around) {
    this.#around = around
    const { neighbours, rooms } = around
    this.#stop = [
      neighbours.onNews((news, process) => this.#hear(news, process)),
      neighbours.onCome(() => this.#introduce(rooms.all())),
      neighbours.onGone((process) => this.#forget(process)),
      neighbours.onMissed(() => this.#askAgain()),
    ]
  }

  end(): void {
    for (const stop of this.#stop) stop()
    this.#news.clear()
  }

  /** The presence of people here has changed. Costs nothing while there is no other process. */
  tell(documentId: string, bytes: Uint8Array): void {
    if (this.#around.neighbours.known().size === 0) return
    const clients = this.#news.get(documentId) ?? new Map<number, Told>()
    for (const [clientId, told] of readPresence(bytes)) clients.set(clientId, told)
    this.#news.set(documentId, clients)
    if (this.#planned) return
    this.#planned = true
    this.#around.clock.later(tick, () => this.#flush())
  }

  /** This text has just been opened here: who is there already? */
  ask(documentId: string): void {
    if (this.#around.neighbours.known().size > 0) void this.#around.neighbours.tell({ who: [documentId] })
  }

  #flush(): void {
    this.#planned = false
    const clients = [...this.#news].flatMap(([documentId, all]) => [...all].map((one): Client => [documentId, one]))
    this.#news.clear()
    this.#send(clients)
  }

  #send(clients: Client[]): void {
    for (const piece of inPieces(clients, ([, [, { state }]]) => state.length * 2 + 60, bytesPerNote)) {
      const perDocument = Map.groupBy(piece, ([documentId]) => documentId)
      const presence = [...perDocument].map(([documentId, some]): [string, string] => [
        documentId,
        toBase64(writePresence(some.map(([, client]) => client))),
      ])
      void this.#around.neighbours.tell({ presence })
    }
  }

  #introduce(rooms: Room[]): void {
    const clients = rooms.flatMap((room) => {
      const here = room.presenceHere()
      return here ? readPresence(here).map((client): Client => [room.documentId, client]) : []
    })
    this.#send(clients)
  }

  #hear(news: News, process: string): void {
    const { rooms } = this.#around
    if ('presence' in news)
      for (const [documentId, bytes] of news.presence) rooms.find(documentId)?.hearElsewhere(process, fromBase64(bytes))
    if ('who' in news) this.#introduce(news.who.flatMap((documentId) => rooms.find(documentId) ?? []))
  }

  #forget(process: string): void {
    for (const room of this.#around.rooms.all()) room.forgetElsewhere(process)
  }

  /** Somebody may have left unheard. */
  #askAgain(): void {
    const { rooms, neighbours } = this.#around
    for (const process of neighbours.known()) this.#forget(process)
    for (const { documentId } of rooms.all()) this.ask(documentId)
  }
}
