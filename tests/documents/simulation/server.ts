import { assembleEngine, type Engine } from '#src/documents/editing/engine.ts'
import type { Change, Receipt } from '#src/documents/editing/log.ts'
import type { Archive, OpenRooms } from '#src/documents/editing/open-rooms.ts'
import type { Lookup } from '#src/documents/editing/processes/abreast.ts'
import type { Neighbours } from '#src/documents/editing/processes/neighbours.ts'
import type { Room } from '#src/documents/editing/room.ts'
import { type OpenSeat, openSeat } from '#src/documents/editing/seat.ts'
import type { Log } from '#src/ports.ts'
import { type FakeClock, MortalClock } from './fake-clock.ts'
import type { FakeDatabase } from './fake-database.ts'
import type { Person } from './tab.ts'
import type { Wire } from './wire.ts'

export type Store = (changes: Change[]) => Promise<Receipt[]>

/** What a variant that is broken on purpose puts between the parts. */
export interface Faulty {
  store?: (store: Store) => Store
  compact?: FakeDatabase['compact']
  lookup?: (lookup: Lookup) => Lookup
  /** Before the room hears it. */
  hear?: (room: Room, seat: OpenSeat, frame: Uint8Array) => void
}

interface Around {
  clock: FakeClock
  database: FakeDatabase
  neighbours: Neighbours
  faulty: Faulty
  log: Log
}

const linger = 400
const restarting = 1012
const judgeAnew = 4500

interface Joining {
  person: Person
  documentId: string
  wire: Wire
  refused(): void
}

/** One process: the real rooms, committer and guard, with its own memory, which is gone when it is killed. */
export class Server {
  readonly name: string
  readonly clock: MortalClock
  readonly database: FakeDatabase
  alive = true
  readonly #engine: Engine
  readonly #archive: Archive
  readonly #faulty: Faulty
  readonly #wires = new Map<OpenSeat, Wire>()
  readonly #joining = new Set<Joining>()

  constructor(name: string, { clock, database, neighbours, faulty, log }: Around) {
    this.name = name
    this.#faulty = faulty
    this.database = database
    this.clock = new MortalClock(clock)
    const append: Store = (changes) => database.append(this, changes)
    const lookup = database.lookup(this)
    this.#archive = {
      read: (id) => database.read(this, id),
      compact: (id) => (faulty.compact ?? database.compact).call(database, this, id),
    }
    this.#engine = assembleEngine({
      store: faulty.store?.(append) ?? append,
      archive: this.#archive,
      lookup: faulty.lookup?.(lookup) ?? lookup,
      ...{ neighbours, clock: this.clock, log, linger },
    })
  }

  get rooms(): OpenRooms {
    return this.#engine.rooms
  }

  /** As behind the real door: the text is there before the socket opens. */
  join(joining: Joining): Promise<void> {
    this.#joining.add(joining)
    const isNew = !this.rooms.find(joining.documentId)
    return this.rooms.prepare(joining.documentId).then(() => {
      if (isNew) this.#engine.greet(joining.documentId)
    })
  }

  isJoining(joining: Joining): boolean {
    return this.#joining.has(joining)
  }

  forget(joining: Joining): void {
    this.#joining.delete(joining)
  }

  refuse(joining: Joining): void {
    if (this.#joining.delete(joining)) joining.refused()
  }

  opened(joining: Joining): void {
    this.forget(joining)
    const { person, documentId, wire } = joining
    const room = this.rooms.find(documentId)
    const { line } = wire
    if (!room || person.access === 'none') line.close(room ? judgeAnew : restarting)
    else this.#seat(room, joining, person.access)
  }

  #seat(room: Room, { person, documentId, wire }: Joining, access: 'read' | 'write'): void {
    const seat = openSeat(seatOf(person, documentId, access), wire.line, true)
    this.#wires.set(seat, wire)
    wire.serve({
      hear: (frame) => this.alive && this.#hear(room, seat, frame),
      closed: () => this.#leave(room, seat),
    })
    this.rooms.enter(room, seat)
  }

  /** As when its log has become long. */
  merge(room: Room): void {
    void this.#compact(room).catch(() => undefined)
  }

  sendOff(personId: string, code: number): void {
    for (const room of this.rooms.all())
      for (const seat of room.seats) if (seat.personId === personId) room.close(seat, code)
  }

  /** Whatever is in memory is gone; what the system had taken over may still arrive. */
  kill(arrives: () => boolean): void {
    this.alive = false
    this.clock.die()
    for (const joining of this.#joining) this.refuse(joining)
    for (const wire of this.#wires.values()) {
      if (arrives()) wire.closeByServer(1006)
      else wire.cut()
    }
  }

  #hear(room: Room, seat: OpenSeat, frame: Uint8Array): void {
    if (room.seats.has(seat)) this.#faulty.hear?.(room, seat, frame)
    room.receive(seat, frame)
  }

  async #compact(room: Room): Promise<void> {
    const merged = await this.#archive.compact(room.documentId)
    if (!merged) return
    this.#engine.abreast.compacted(room.documentId, merged)
    await this.rooms.hearMerged(room, merged)
  }

  #leave(room: Room, seat: OpenSeat): void {
    if (!this.alive) return
    this.#wires.delete(seat)
    this.rooms.leave(room, seat)
  }
}

const seatOf = ({ id }: Person, documentId: string, access: 'read' | 'write') => ({
  documentId,
  groupId: 'group',
  personId: id,
  personName: id,
  sessionId: id,
  access,
})
