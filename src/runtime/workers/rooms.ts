import type { Namespace } from 'cloudflare:workers'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Rooms } from '../../ports.ts'
import type { OpenText } from './open-text.ts'
import { withTicket } from './ticket.ts'

/** Each text is open in an object of its own, which nobody reaches but by way of the app. */
export const roomsBehind = (texts: Namespace<OpenText>): Rooms => ({
  join: async (c, seat) => {
    const ticket = withTicket({ seat, wantsSaved: c.req.query('saved') === '1' })
    const { status, webSocket } = await texts.getByName(seat.documentId).fetch(ticket)
    if (status !== 101) throw new HTTPException(status as ContentfulStatusCode)
    // The headers of an answer from elsewhere are frozen, and the app puts its own on every answer.
    return new Response(null, { status: 101, webSocket })
  },
  settle: async (documentId) => {
    if (!(await texts.getByName(documentId).settle(documentId))) throw new Error('not all of the text is stored')
  },
  contribute: (contribution) => texts.getByName(contribution.documentId).contribute(contribution),
  adopt: (documentId) => texts.getByName(documentId).adopt(documentId),
  // What waits, waits in the object of its text, which tells those who are in it.
  healthy: () => true,
})
