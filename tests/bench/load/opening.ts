import { inTurns, type Place, type Seat, takeSeat } from './seat.ts'

export interface Opening {
  places: Place[]
  atOnce: number
  /** Whether to remain seated until asked to leave. */
  stay?: boolean
}

export interface Opened {
  /** From knocking until the text is there, in ms, each by itself. */
  each: number[]
  /** Until everybody had it. */
  all: number
  failed: number
  /** Of the last text. */
  bytes: number
}

const seats = new Set<Seat>()

/** People come in, so many at once, and wait until they have the whole text. */
export async function open({ places, atOnce, stay = false }: Opening): Promise<Opened> {
  const begun = performance.now()
  const opened: Opened = { each: [], all: 0, failed: 0, bytes: 0 }
  await inTurns(places, atOnce, async (place) => {
    const knocked = performance.now()
    const seat = takeSeat(place, { update: () => undefined })
    seats.add(seat)
    await seat.synced.then(
      ({ length }) => {
        opened.each.push(performance.now() - knocked)
        opened.bytes = length
      },
      () => opened.failed++,
    )
  })
  opened.all = performance.now() - begun
  if (!stay) leave()
  return opened
}

export function leave(): void {
  for (const seat of seats) seat.leave()
  seats.clear()
}
