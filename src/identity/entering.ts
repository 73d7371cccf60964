import type { Context } from 'hono'
import type { AppEnv } from '../web/env.ts'
import { isClosed } from './closing.ts'
import { deviceOf } from './device.ts'
import { endSession, personBehind, startSession } from './sessions.ts'

type Here = Pick<AppEnv['Variables'], 'ports' | 'settings'>

/** Who the browser says it is, where nobody needs to be signed in. */
export const whoAsks = (c: Context, { ports, settings }: Here) =>
  personBehind(ports.db, settings, c.req.header('Cookie'))

/** Null where the account was closed at this very moment: the database has refused the session. */
async function sessionFor({ ports, settings }: Here, personId: string, device: string) {
  try {
    return await startSession(ports.db, settings, personId, device)
  } catch (problem) {
    if (await isClosed(ports.db, personId)) return null
    throw problem
  }
}

/**
 * Signs in: always with a new session; the one that the browser showed ends, and what hangs on it is judged anew. False where
 * the account was closed meanwhile.
 */
export async function enter(c: Context, here: Here, personId: string): Promise<boolean> {
  const { ports } = here
  const shown = await whoAsks(c, here)
  const session = await sessionFor(here, personId, deviceOf(c.req.header('User-Agent')))
  if (!session) return false
  c.header('Set-Cookie', session.cookie, { append: true })
  if (!shown) return true
  await endSession(ports.db, shown.sessionId)
  await ports.bus.revoke({ personId: shown.person.id, sessionId: shown.sessionId, final: false })
  return true
}
