import type { PersonKey } from '#src/dev/cast.ts'
import { startSession } from '#src/identity/sessions.ts'
import type { Tab } from '../documents/editing/co-editing.ts'
import { type Browse, browse } from '../support/browse.ts'
import type { World } from '../support/world.ts'

/** The product on some platform, as the stories that must run everywhere see it. */
export interface Platform {
  /** A look into the same database from elsewhere. */
  w: World
  url: string
  /** The database is away for a while; those who look from elsewhere still see it. */
  cut(): void
  mend(): void
  /** What the platform keeps in memory of this text is gone. */
  forget(documentId: string, tabs: Tab[]): Promise<void>
}

export async function cookieOf({ w, url }: Platform, person: PersonKey): Promise<string> {
  const settings = { ...w.settings, publicUrl: url }
  const { cookie } = await startSession(w.db, settings, w.people[person].id, 'Test')
  return cookie.split(';')[0] ?? ''
}

const over = (request: Request) => fetch(request, { redirect: 'manual' })

/** A browser in which this person has signed in, by way of the network. */
export const enter = async (on: Platform, person: PersonKey): Promise<Browse> =>
  browse(over, on.url, await cookieOf(on, person))

export const nobody = ({ url }: Platform): Browse => browse(over, url)

export const servedBy = (on: Platform) => ({ url: on.url, cookie: (person: PersonKey) => cookieOf(on, person) })
