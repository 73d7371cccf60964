import type { Seat } from '../../ports.ts'

/** With what the app, having judged it, sends a request on to the object of a text. */
export interface Ticket {
  seat: Seat
  wantsSaved: boolean
}

const header = 'Kreislauf-Ticket'

/** A request of our own: nothing of what came from outside is in it. */
export const withTicket = (ticket: Ticket) =>
  new Request('https://text/', {
    headers: { Upgrade: 'websocket', [header]: encodeURIComponent(JSON.stringify(ticket)) },
  })

export const readTicket = (request: Request) =>
  JSON.parse(decodeURIComponent(request.headers.get(header) ?? '')) as Ticket
