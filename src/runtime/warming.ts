import { readStored } from '../documents/editing/log.ts'
import { findGuestsOf } from '../documents/model.ts'
import { findActor } from '../groups/membership.ts'
import { personBehind, sessionCookieName } from '../identity/sessions.ts'
import type { Ports, Settings } from '../ports.ts'
import { connections } from './postgres/database.ts'

const nobody = '00000000-0000-4000-8000-000000000000'

/** All that somebody is asked who comes to a text. Nobody is found. */
async function ask(db: Ports['db'], settings: Settings): Promise<void> {
  await personBehind(db, settings, `${sessionCookieName(settings)}=nobody`)
  await findActor(db, { id: nobody, name: '' }, 'nowhere')
  await findGuestsOf(db, nobody, nobody)
  await readStored(db, nobody)
}

/**
 * After a restart everybody who was writing knocks at once. What each of them is judged by has then been asked before,
 * on every connection: the first time costs the database ten times as much.
 */
export async function warmUp({ db, log }: Pick<Ports, 'db' | 'log'>, settings: Settings): Promise<void> {
  for (let round = 0; round < 3; round++)
    await Promise.all(Array.from({ length: connections }, () => ask(db, settings))).catch((error) =>
      log.error('start.cold', error),
    )
}
