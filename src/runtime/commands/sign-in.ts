import { findPersonByAddress } from '../../identity/people.ts'
import { createSignInLink } from '../../identity/sign-in.ts'
import { paths } from '../../paths.ts'
import { findRunning } from '../announcement.ts'
import { readDataPlace } from '../config.ts'
import { openDatabase, type Place } from '../postgres/database.ts'
import { complain, say } from './terminal.ts'
import type { Words } from './texts.ts'

async function linkFor(place: Place, email: string): Promise<string | null> {
  const { db, end } = openDatabase(place, 1)
  const person = await findPersonByAddress(db, email)
  const token = person && (await createSignInLink(db, person.id))
  await end()
  return token
}

/** The operator's help when mail fails: one line, the link. */
export async function signIn(words: Words, email: string): Promise<number> {
  const { dataDir, databaseUrl } = readDataPlace(process.env)
  const running = await findRunning(dataDir)
  if (!running) {
    complain(words.noServer({ folder: dataDir }))
    return 1
  }
  const place = running.place ?? (databaseUrl ? { url: databaseUrl } : null)
  if (!place) {
    complain(words.noDatabaseUrl)
    return 1
  }
  const token = await linkFor(place, email.trim())
  if (token) say(running.url + paths.signInLink(token))
  else complain(words.unknownAddress({ email }))
  return token ? 0 : 1
}
