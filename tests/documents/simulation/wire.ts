import type { Clock } from '#src/documents/editing/clock.ts'
import type { Line } from '#src/documents/editing/seat.ts'
import type { Dice } from './dice.ts'

type Parcel = { frame: Uint8Array } | { code: number }

interface End {
  hear(frame: Uint8Array): void
  closed(code: number): void
}

const lost = 1006

/** What travels one way, in order, each parcel with its own delay. */
class Way {
  readonly #clock: Clock
  readonly #dice: Dice
  readonly #deliver: (parcel: Parcel) => void
  #parcels: Parcel[] = []
  #moving = false
  stalledUntil = 0
  bytes = 0

  constructor(clock: Clock, dice: Dice, deliver: (parcel: Parcel) => void) {
    this.#clock = clock
    this.#dice = dice
    this.#deliver = deliver
  }

  put(parcel: Parcel): void {
    this.#parcels.push(parcel)
    if ('frame' in parcel) this.bytes += parcel.frame.length
    if (!this.#moving) this.#move()
  }

  drop(): void {
    this.#parcels = []
    this.bytes = 0
  }

  /** What arrives together is read together. */
  #move(): void {
    this.#moving = true
    this.#clock.later(this.#dice.between(1, 25), () => {
      if (this.#clock.now() < this.stalledUntil) return this.#move()
      for (let left = this.#dice.between(1, 4); left > 0; left--) this.#next()
      this.#moving = false
      if (this.#parcels.length > 0) this.#move()
    })
  }

  #next(): void {
    const parcel = this.#parcels.shift()
    if (!parcel) return
    if ('frame' in parcel) this.bytes -= parcel.frame.length
    this.#deliver(parcel)
  }
}

/** A socket between a tab and a process: in order, slow, stalled or cut, as the weather is. */
export class Wire {
  readonly #clock: Clock
  readonly #dice: Dice
  readonly #up: Way
  readonly #down: Way
  #client: End | undefined
  #server: End | undefined
  /** So heavy is each byte that waits; a slow reader soon has too many. */
  weight = 1

  constructor(clock: Clock, dice: Dice, client: End) {
    this.#clock = clock
    this.#dice = dice
    this.#client = client
    this.#up = new Way(clock, dice, (parcel) => 'frame' in parcel && this.#server?.hear(parcel.frame))
    this.#down = new Way(clock, dice, (parcel) => {
      if ('frame' in parcel) this.#client?.hear(parcel.frame)
      else this.#endClient(parcel.code)
    })
  }

  serve(server: End): void {
    this.#server = server
  }

  send(frame: Uint8Array): void {
    if (this.#client) this.#up.put({ frame })
  }

  /** The process's end of it. */
  get line(): Line {
    return {
      send: (frame) => {
        if (this.#server) this.#down.put({ frame })
      },
      close: (code) => this.closeByServer(code),
      waiting: () => this.#down.bytes * this.weight,
    }
  }

  closeByServer(code: number): void {
    const server = this.#server
    this.#server = undefined
    this.#down.put({ code })
    // The process hears of the end of its own socket, too.
    this.#clock.later(this.#dice.between(1, 30), () => server?.closed(code))
  }

  /** What was on its way may still arrive. */
  closeByClient(): void {
    this.#client = undefined
    this.#down.drop()
    if (this.#dice.chance(0.5)) this.#up.drop()
    this.#endServerAfter(this.#dice.between(30, 400))
  }

  /** What was on its way is gone; the process may take long to notice. */
  cut(): void {
    this.#up.drop()
    this.#down.drop()
    this.#endClient(lost)
    this.#endServerAfter(this.#dice.chance(0.3) ? this.#dice.between(1_000, 4_000) : this.#dice.between(1, 50))
  }

  stall(ms: number, direction: 'up' | 'down' | 'both'): void {
    const until = this.#clock.now() + ms
    if (direction !== 'down') this.#up.stalledUntil = until
    if (direction !== 'up') this.#down.stalledUntil = until
  }

  #endClient(code: number): void {
    const client = this.#client
    this.#client = undefined
    client?.closed(code)
  }

  #endServerAfter(ms: number): void {
    this.#clock.later(ms, () => {
      const server = this.#server
      this.#server = undefined
      server?.closed(lost)
    })
  }
}
