import type { Neighbours } from '../../documents/editing/processes/neighbours.ts'
import type { Room } from '../../documents/editing/room.ts'
import type { OpenSeat } from '../../documents/editing/seat.ts'
import type { Revocation, Seat } from '../../ports.ts'

export const signedOut = 4401
export const removed = 4403
/** Not final: the client comes back by itself and is judged anew. */
export const judgeAnew = 4500

export const concerns = (revocation: Revocation, seat: Seat) =>
  revocation.personId === seat.personId &&
  (!revocation.groupId || revocation.groupId === seat.groupId) &&
  (!revocation.sessionId || revocation.sessionId === seat.sessionId)

export const codeFor = ({ final, groupId }: Revocation) => (!final ? judgeAnew : groupId ? removed : signedOut)

/** Longer than judging a request takes. */
const lately = 1_000
/** Longer than a text may take to be read. */
const remembered = 60_000

/**
 * A right may end between the moment when a request was judged and the moment when its socket opens, which is late when
 * the database is slow. Whoever was judged before that is sent back to be judged anew.
 */
export class RecentRevocations {
  #revocations: { at: number; revocation: Revocation }[] = []

  add(revocation: Revocation): void {
    this.#revocations.push({ at: performance.now(), revocation })
    setTimeout(() => this.#revocations.shift(), remembered).unref()
  }

  /** `judged`: when this seat had just been found to be in order. */
  concern(seat: Seat, judged: number): boolean {
    return this.#revocations.some(({ at, revocation }) => at > judged - lately && concerns(revocation, seat))
  }
}

/** Within that time everybody is judged anew when another process has crashed; not all at once. */
const spread = 10_000

/** A process may die between the end of a right and telling the others of it. */
export function onCrash(neighbours: Pick<Neighbours, 'onGone'>, seats: () => [Room, OpenSeat][]): () => void {
  return neighbours.onGone((_, crashed) => {
    if (!crashed) return
    for (const [room, seat] of seats()) {
      const judge = () => room.seats.has(seat) && room.close(seat, judgeAnew)
      setTimeout(judge, Math.random() * spread).unref()
    }
  })
}
