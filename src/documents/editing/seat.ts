import type { Seat } from '../../ports.ts'

/** How a room reaches one browser tab, whatever the platform. */
export interface Line {
  /** What is not urgent may leave a moment later, together with something else. */
  send(bytes: Uint8Array, isUrgent?: boolean): void
  close(code: number, reason?: string): void
  /** Bytes that have been sent but not yet taken by the network. */
  waiting(): number
}

/** One browser tab in a room. Its changes are numbered; up to which of them all are stored is what it is told. */
export interface OpenSeat extends Seat {
  line: Line
  wantsSaved: boolean
  received: number
  stored: number
  /** Changes that could not be stored, since something before them is missing: the first, the last, and how many. */
  gaps?: { first: number; last: number; times: number } | undefined
  /** Has been asked for everything that it has, and has not answered yet. */
  asked?: boolean
  /** Everything that was stored when it came is known here, so what it tells beyond that is told by nobody else. */
  isHeard?: boolean
  /** The one client that may be present from here; known after its first word. */
  clientId?: number
}

export const openSeat = (seat: Seat, line: Line, wantsSaved: boolean): OpenSeat => ({
  ...seat,
  line,
  wantsSaved,
  received: 0,
  stored: 0,
})
