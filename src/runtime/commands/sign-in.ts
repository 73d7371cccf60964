import { findPersonByAddress } from '../../identity/people.ts'
import { createSignInLink } from '../../identity/sign-in.ts'
import { paths } from '../../paths.ts'
import { findRunning } from '../announcement.ts'
import { readDataPlace } from '../config.ts'
import { socketFolderOf } from '../postgres/data-folder.ts'
import { checkServer, openDatabase, type Place, socketPlace } from '../postgres/database.ts'
import { isHeld } from '../postgres/hold.ts'
import { complain, complainAboutStart, say } from './terminal.ts'
import type { Words } from './texts.ts'

async function linkFor(place: Place, email: string): Promise<string | null> {
  const { db, end } = openDatabase(place, 1)
  const person = await findPersonByAddress(db, email)
  const token = person && (await createSignInLink(db, person.id))
  await end()
  return token
}

function refuse(line: string) {
  complain(line)
  return 1
}

async function give(words: Words, { url, place, email }: { url: string; place: Place; email: string }) {
  const token = await linkFor(place, email.trim())
  if (!token) return refuse(words.unknownAddress({ email }))
  say(url + paths.signInLink(token))
  return 0
}

async function find(words: Words, email: string): Promise<number> {
  const { dataDir, databaseUrl } = readDataPlace(process.env)
  const running = await findRunning(dataDir)
  if (!running) return refuse(words.noServer({ folder: dataDir }))
  const { url, embedded } = running
  if (embedded) return give(words, { url, place: socketPlace(socketFolderOf(dataDir)), email })
  if (!databaseUrl) return refuse(words.noDatabaseUrl)
  const place = { url: databaseUrl }
  await checkServer(place)
  return (await isHeld(place)) ? give(words, { url, place, email }) : refuse(words.noServerThere)
}

/** The operator's help when mail fails: one line, the link. */
export const signIn = (words: Words, email: string): Promise<number> =>
  find(words, email).catch((error) => {
    complainAboutStart(words, error, 'failed')
    return 1
  })
