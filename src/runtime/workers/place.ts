import type { Line, OpenSeat } from '../../documents/editing/seat.ts'
import type { Seat } from '../../ports.ts'

/** What a socket carries while its object sleeps or is moved: who sits there, with which rights, and how far they are. */
export interface Place {
  seat: Seat
  wantsSaved: boolean
  received: number
  stored: number
  clientId?: number | undefined
  /** What the others were last told about where this person is, with the count of it. */
  presence?: Uint8Array | undefined
  /** Nothing is listened to any more that comes from here. */
  ended?: boolean
}

export const placeOf = (socket: CloudflareSocket) => socket.deserializeAttachment() as Place

export function keep(socket: CloudflareSocket, seat: OpenSeat, more: Partial<Place> = {}): void {
  const { received, stored, clientId } = seat
  socket.serializeAttachment({ ...placeOf(socket), received, stored, clientId, ...more })
}

/** Closed for good, whatever may still arrive. */
export function end(socket: CloudflareSocket, code: number): void {
  socket.serializeAttachment({ ...placeOf(socket), ended: true })
  socket.close(code)
}

/** The platform does not tell how much a socket still has to send; it takes care of slow ones itself. */
const lineTo = (socket: CloudflareSocket): Line => ({
  send: (bytes) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(bytes as Uint8Array<ArrayBuffer>)
  },
  close: (code, reason) => socket.close(code, reason),
  waiting: () => 0,
})

/** The seat as it was before the object slept. */
export const seatAt = (socket: CloudflareSocket): OpenSeat => {
  const { seat, wantsSaved, received, stored, clientId } = placeOf(socket)
  return { ...seat, line: lineTo(socket), wantsSaved, received, stored, ...(clientId && { clientId }) }
}
