import type { Seat } from '../../ports.ts'

/** How a room reaches one browser tab, whatever the platform. */
export interface Line {
  send(bytes: Uint8Array): void
  close(code: number, reason?: string): void
  /** Bytes that have been sent but not yet taken by the network. */
  waiting(): number
}

/** One browser tab in a room. Its changes are numbered; that many are received, waiting and stored. */
export interface OpenSeat extends Seat {
  line: Line
  wantsSaved: boolean
  received: number
  waiting: number
  stored: number
  /** The one client that may be present from here; known after its first word. */
  clientId?: number
}

export const openSeat = (seat: Seat, line: Line, wantsSaved: boolean): OpenSeat => ({
  ...seat,
  line,
  wantsSaved,
  received: 0,
  waiting: 0,
  stored: 0,
})
