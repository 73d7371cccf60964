import type { PersonKey } from '#src/dev/cast.ts'
import { startSession } from '#src/identity/sessions.ts'
import type { World } from './world.ts'

/** What the browser of somebody who is signed in sends along to the server at this address. */
export const cookieFrom = (w: World, url: string) => async (person: PersonKey) => {
  const settings = { ...w.settings, publicUrl: url, origins: [url] }
  const { cookie } = await startSession(w.db, settings, w.people[person].id, 'Test')
  return cookie.split(';')[0] ?? ''
}
