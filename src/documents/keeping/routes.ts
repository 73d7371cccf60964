import { z } from 'zod'
import { signedIn } from '../../identity/signed-in.ts'
import { readableAmong } from './readable.ts'

/** More texts nobody keeps on one device; of others it is not said that they may still be read. */
const mostAsked = 50

const asked = z.array(z.uuid()).max(mostAsked)

/** For a device that keeps copies: of which of them the right has not ended (S-88). */
export const keptRoutes = signedIn.createApp().get('/documents/kept', async (c) => {
  const ids = asked.safeParse(c.req.queries('id') ?? [])
  if (!ids.success) return c.body(null, 422)
  const { person, ports } = c.var
  return c.json({ readable: await readableAmong(ports.db, person, ids.data) })
})
