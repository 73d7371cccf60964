import type { Log } from '../../ports.ts'
import { type Clock, pause } from './clock.ts'
import type { Committer } from './committer.ts'
import type { Merged } from './compaction.ts'
import type { Stored } from './log.ts'
import { Room } from './room.ts'
import type { OpenSeat } from './seat.ts'

/** Where texts are kept; the database, or what stands for it in a simulation. */
export interface Archive {
  read(documentId: string): Promise<Stored>
  compact(documentId: string): Promise<Merged | null>
}

const untilNextTry = 1_000

interface Open {
  room: Room
  merging?: Promise<void> | undefined
  reading?: Promise<void> | undefined
  readAgain?: boolean
  cancelLeaving?: () => void
}

interface Around {
  archive: Archive
  committer: Committer
  clock: Clock
  log: Log
  /** How long a text stays in memory after its last seat. */
  linger: number
  /** What the presence of people here is, for other processes. */
  presenceElsewhere?: (documentId: string, bytes: Uint8Array) => void
  /** After a compaction by this process. */
  compacted?: (documentId: string, merged: Merged) => void
}

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

  /** Also when it is only being opened. */
  async opening(documentId: string): Promise<Room | undefined> {
    return (await this.#open.get(documentId)?.catch(() => undefined))?.room
  }

  all(): Room[] {
    return [...this.#known.values()].map(({ room }) => room)
  }

  enter(room: Room, seat: OpenSeat): void {
    this.#known.get(room.documentId)?.cancelLeaving?.()
    room.enter(seat)
  }

  leave(room: Room, seat: OpenSeat): void {
    room.leave(seat)
    const open = this.#known.get(room.documentId)
    if (open) this.#unloadSoon(open)
  }

  /** Reads everything again: something was stored elsewhere that nobody here has heard of. */
  catchUp(room: Room): Promise<void> {
    const open = this.#known.get(room.documentId)
    if (!open) return Promise.resolve()
    open.readAgain = true
    open.reading ??= this.#reread(open).finally(() => {
      open.reading = undefined
    })
    return open.reading
  }

  /** Merges what is left, as far as the database lets us. */
  async end(): Promise<void> {
    for (const { cancelLeaving } of this.#known.values()) cancelLeaving?.()
    await Promise.all([...this.#known.values()].map((open) => this.#merge(open)))
    this.#open.clear()
    this.#known.clear()
  }

  #load(documentId: string): Promise<Open> {
    const opening = this.#around.archive.read(documentId).then((stored) => {
      const open: Open = { room: new Room(documentId, stored, this.#surroundings(documentId)) }
      this.#known.set(documentId, open)
      return open
    })
    this.#open.set(documentId, opening)
    opening.catch(() => this.#open.delete(documentId))
    return opening
  }

  #surroundings(documentId: string) {
    const { committer, log, clock, presenceElsewhere } = this.#around
    const full = () => {
      const open = this.#known.get(documentId)
      if (open) void this.#merge(open)
    }
    const tell = presenceElsewhere && ((bytes: Uint8Array) => presenceElsewhere(documentId, bytes))
    const reread = () => this.#catchUpPatiently(documentId)
    return { committer, log, clock, full, reread, ...(tell && { presenceElsewhere: tell }) }
  }

  #unloadSoon(open: Open): void {
    const { clock, linger } = this.#around
    open.cancelLeaving?.()
    if (open.room.seats.size === 0) open.cancelLeaving = clock.later(linger, () => void this.#unload(open))
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
    if (room.seqs.size === 0) return
    try {
      const merged = await this.#around.archive.compact(room.documentId)
      if (!merged) return
      this.#around.compacted?.(room.documentId, merged)
      await this.hearMerged(room, merged)
    } catch (error) {
      this.#around.log.error('documents.unmerged', error, { documentId: room.documentId })
    }
  }

  /** While the database is away whoever waits for this shall not ask without a pause. */
  async #catchUpPatiently(documentId: string): Promise<boolean> {
    const room = this.#known.get(documentId)?.room
    const reading = room ? this.catchUp(room) : Promise.resolve()
    return reading.then(
      () => true,
      () => pause(this.#around.clock, untilNextTry).then(() => false),
    )
  }

  async #reread(open: Open): Promise<void> {
    while (open.readAgain) {
      open.readAgain = false
      open.room.catchUp(await this.#around.archive.read(open.room.documentId))
    }
  }

  /** What was merged may hold rows that this process has never read, by way of another one's writers. */
  async hearMerged(room: Room, merged: Merged): Promise<void> {
    if (merged.generation <= room.generation) return
    const isKnown = merged.generation === room.generation + 1 && merged.seqs.every((seq) => room.seqs.has(seq))
    if (isKnown) room.merged(merged)
    else await this.catchUp(room)
  }
}
