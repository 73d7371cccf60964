import type { Committer } from '../../documents/editing/committer.ts'
import { compact } from '../../documents/editing/compaction.ts'
import { readStored } from '../../documents/editing/log.ts'
import { Room } from '../../documents/editing/room.ts'
import type { OpenSeat } from '../../documents/editing/seat.ts'
import type { Ports } from '../../ports.ts'

interface Open {
  room: Room
  merging?: Promise<void>
  leaving?: NodeJS.Timeout
}

type Around = Pick<Ports, 'db' | 'bus' | 'log'> & { committer: Committer; linger: number }

/** The texts that are open in this process. One opens for its first seat and is gone a short while after its last. */
export class OpenRooms {
  readonly #open = new Map<string, Promise<Open>>()
  readonly #known = new Map<string, Open>()
  readonly #around: Around

  constructor(around: Around) {
    this.#around = around
  }

  /** Fails when the text cannot be read: better no room than an empty one. */
  async prepare(documentId: string): Promise<void> {
    this.#unloadSoon(await (this.#open.get(documentId) ?? this.#load(documentId)))
  }

  find(documentId: string): Room | undefined {
    return this.#known.get(documentId)?.room
  }

  all(): Room[] {
    return [...this.#known.values()].map(({ room }) => room)
  }

  enter(room: Room, seat: OpenSeat): void {
    const open = this.#known.get(room.documentId)
    clearTimeout(open?.leaving)
    room.enter(seat)
  }

  leave(room: Room, seat: OpenSeat): void {
    room.leave(seat)
    const open = this.#known.get(room.documentId)
    if (open) this.#unloadSoon(open)
  }

  /** Merges what is left, as far as the database lets us. */
  async end(): Promise<void> {
    for (const { leaving } of this.#known.values()) clearTimeout(leaving)
    await Promise.all([...this.#known.values()].map((open) => this.#merge(open)))
    this.#open.clear()
    this.#known.clear()
  }

  #load(documentId: string): Promise<Open> {
    const opening = readStored(this.#around.db, documentId).then((stored) => {
      const open: Open = { room: new Room(documentId, stored, { ...this.#around, full: () => void this.#merge(open) }) }
      this.#known.set(documentId, open)
      return open
    })
    this.#open.set(documentId, opening)
    opening.catch(() => this.#open.delete(documentId))
    return opening
  }

  #unloadSoon(open: Open): void {
    clearTimeout(open.leaving)
    if (open.room.seats.size === 0) open.leaving = setTimeout(() => void this.#unload(open), this.#around.linger)
  }

  async #unload(open: Open): Promise<void> {
    await open.room.settle()
    await this.#merge(open)
    if (open.room.seats.size > 0 || this.#known.get(open.room.documentId) !== open) return
    // Somebody was here for a moment while it was being merged, and left words that are not stored yet.
    if (!open.room.isSettled) return this.#unload(open)
    this.#open.delete(open.room.documentId)
    this.#known.delete(open.room.documentId)
  }

  #merge(open: Open): Promise<void> {
    open.merging ??= this.#mergeNow(open.room).finally(() => {
      open.merging = undefined
    })
    return open.merging
  }

  async #mergeNow(room: Room): Promise<void> {
    const logged = room.logged
    if (logged.rows === 0) return
    try {
      await compact(this.#around, room.documentId)
      room.merged(logged)
    } catch (error) {
      this.#around.log.error('documents.unmerged', error, { documentId: room.documentId })
    }
  }
}
