import type { Context } from 'hono'
import type { AppEnv } from '../web/env.ts'
import { deviceOf } from './device.ts'
import { endSession, personBehind, startSession } from './sessions.ts'

type Here = Pick<AppEnv['Variables'], 'ports' | 'settings'>

/** Who the browser says it is, where nobody needs to be signed in. */
export const whoAsks = (c: Context, { ports, settings }: Here) =>
  personBehind(ports.db, settings, c.req.header('Cookie'))

/** Signs in: always with a new session; the one that the browser showed ends, and what hangs on it is judged anew. */
export async function enter(c: Context, here: Here, personId: string): Promise<void> {
  const { ports, settings } = here
  const shown = await whoAsks(c, here)
  const { cookie } = await startSession(ports.db, settings, personId, deviceOf(c.req.header('User-Agent')))
  c.header('Set-Cookie', cookie, { append: true })
  if (!shown) return
  await endSession(ports.db, shown.sessionId)
  await ports.bus.revoke({ personId: shown.person.id, sessionId: shown.sessionId, final: false })
}
