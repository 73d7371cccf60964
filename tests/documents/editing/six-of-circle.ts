import type { PersonKey } from '#src/dev/cast.ts'
import { cookieFrom } from '../../support/cookie-from.ts'
import type { World } from '../../support/world.ts'

/** All of them members of the coordinating circle. */
export const six: PersonKey[] = ['swantje', 'tarek', 'ayla', 'kemal', 'nele', 'ole']

/** A session of each, good at every server on the database of this world. */
export async function cookiesOfSix(w: World): Promise<Map<string, string>> {
  const cookieOf = cookieFrom(w, w.settings.publicUrl)
  return new Map(await Promise.all(six.map(async (person) => [person, await cookieOf(person)] as const)))
}
