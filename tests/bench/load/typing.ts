import { pause, type Spread, seeded, spreadOf } from '../numbers.ts'
import { structsOf } from './reading.ts'
import { inTurns, type Place, type Seat, takeSeat } from './seat.ts'
import type { Seen } from './witness.ts'
import { keyOfClock, typedFrames } from './writer.ts'

export interface Typing {
  places: Place[]
  /** Per writer. */
  keysPerSecond: number
  /** Before anything counts, in ms. */
  warmUp: number
  /** How long it counts, in ms. */
  measure: number
  cursors: boolean
  /** Which client ids are used: each job has its own. */
  series: number
}

export interface Typed {
  latency: Spread
  /** Letters that arrived at somebody else while it counted. */
  deliveries: number
  /** Letters typed while it counted, times those who should see them. */
  expected: number
  lost: number
  closed: number
  /** How late the load itself was, in ms: above some, it is the load that was measured. */
  lateness: number
}

interface Writer {
  seat: Seat
  clientId: number
  room: string
  frames: Buffer[]
  sentAt: Float64Array
  offset: number
  /** By somebody else. */
  seen: number
}

const atOnce = 50
const drainFor = 2_000
const clientsPerSeries = 10_000

/** Client ids of a run follow one another from here. */
export const firstClientOf = (series: number): number => 2 ** 31 + series * clientsPerSeries

/** One run of people typing at their own pace into rooms, seen from everybody else's seat in them. */
export class TypingRun {
  readonly #given: Typing
  readonly #seats: Seat[] = []
  readonly #writers: (Writer | undefined)[] = []
  readonly #first: number
  #latencies = new Float64Array(1 << 16)
  #count = 0
  #arrivedInTime = 0
  #from = Number.POSITIVE_INFINITY
  #until = Number.POSITIVE_INFINITY
  #lateness: number[] = []
  #closed = 0

  constructor(given: Typing) {
    this.#given = given
    this.#first = firstClientOf(given.series)
  }

  /** Everybody sits down, and all that will be typed is written out beforehand. */
  async prepare(): Promise<void> {
    const { places, warmUp, measure, keysPerSecond, cursors } = this.#given
    const random = seeded(places.length)
    const keys = Math.ceil(((warmUp + measure) / 1_000) * keysPerSecond) + 2
    await inTurns([...places.entries()], atOnce, async ([index, place]) => {
      const clientId = this.#first + index
      const seat = takeSeat(place, this.#ears(place, clientId))
      this.#seats[index] = seat
      await seat.synced
      if (!place.writes) return
      const frames = typedFrames(seat.speech, clientId, keys, cursors)
      const sentAt = new Float64Array(keys)
      this.#writers[index] = { seat, clientId, room: place.name, frames, sentAt, offset: random(), seen: 0 }
    })
  }

  async warmUp(): Promise<void> {
    const begin = performance.now()
    this.#from = begin + this.#given.warmUp
    this.#until = this.#from + this.#given.measure
    void this.#type(begin)
    await pause(this.#from - performance.now())
  }

  async measure(): Promise<void> {
    await pause(this.#until - performance.now())
  }

  /** Waits for what is still on its way. */
  async finish(): Promise<Typed> {
    const expected = this.#expected()
    const giveUp = performance.now() + drainFor
    while (this.#count < expected && performance.now() < giveUp) await pause(20)
    for (const seat of this.#seats) seat.leave()
    return {
      latency: spreadOf(this.#latencies.subarray(0, this.#count)),
      deliveries: this.#arrivedInTime,
      expected,
      lost: expected - this.#count,
      closed: this.#closed,
      lateness: spreadOf(this.#lateness).p99,
    }
  }

  /** What others have seen of each writer until now. */
  seen(): Seen[] {
    const writers = this.#writers.filter((writer) => writer !== undefined)
    return writers.map(({ room, clientId, seen }) => ({ room, clientId, letters: seen }))
  }

  /** Everybody gets up and forgets what they have typed. */
  abandon(): void {
    this.#until = 0
    for (const seat of this.#seats) seat.leave()
  }

  #ears(place: Place, own: number) {
    const note = place.listens === false ? () => undefined : this.#noteFor(own)
    return {
      update: (bytes: Uint8Array) => structsOf(bytes, note),
      closed: () => void this.#closed++,
    }
  }

  /** A letter may come merged with others of its writer, and some servers send it back to the writer as well. */
  #noteFor(own: number) {
    return (client: number, clock: number, length: number) => {
      if (client === own) return
      const writer = this.#writers[client - this.#first]
      if (!writer) return
      const now = performance.now()
      const end = keyOfClock(clock + length)
      for (let key = Math.max(0, keyOfClock(clock)); key < end; key++) this.#note(writer.sentAt[key] ?? 0, now)
      writer.seen = Math.max(writer.seen, end)
    }
  }

  #note(sentAt: number, now: number): void {
    if (sentAt > 0 && now >= this.#from && now < this.#until) this.#arrivedInTime++
    if (sentAt < this.#from || sentAt >= this.#until) return
    if (this.#count === this.#latencies.length) this.#grow()
    this.#latencies[this.#count++] = now - sentAt
  }

  #grow(): void {
    const more = new Float64Array(this.#latencies.length * 2)
    more.set(this.#latencies)
    this.#latencies = more
  }

  /** Everybody has the same period and a moment of their own in it, so the next one is always known. */
  async #type(begin: number): Promise<void> {
    const writers = this.#writers.filter((writer) => writer !== undefined).sort((a, b) => a.offset - b.offset)
    const period = 1_000 / this.#given.keysPerSecond
    for (let next = 0; ; ) {
      for (; ; next++) {
        const [key, writer] = [Math.floor(next / writers.length), writers[next % writers.length]]
        if (!writer) return
        const due = begin + (key + writer.offset) * period
        const now = performance.now()
        if (due >= this.#until) return
        if (due > now) break
        this.#press(writer, key, now)
        this.#lateness.push(now - due)
      }
      await pause(1)
    }
  }

  #press({ seat, frames, sentAt }: Writer, key: number, now: number): void {
    const frame = frames[key]
    if (!frame) return
    sentAt[key] = now
    seat.send(frame)
  }

  #expected(): number {
    const listeners = new Map<string, number>()
    for (const { name, listens } of this.#given.places)
      if (listens !== false) listeners.set(name, (listeners.get(name) ?? 0) + 1)
    let expected = 0
    for (const [index, writer] of this.#writers.entries()) {
      if (!writer) continue
      const counted = writer.sentAt.filter((at) => at >= this.#from && at < this.#until).length
      const self = this.#given.places[index]?.listens === false ? 0 : 1
      expected += counted * ((listeners.get(writer.room) ?? 0) - self)
    }
    return expected
  }
}
