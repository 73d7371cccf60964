import { and, eq, gt, isNull, not, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { MailMessage, Ports } from '../ports.ts'
import { isClosed } from './closing.ts'
import { findPersonByAddress } from './people.ts'
import { accountClosings, oneTimeLinks, type Person, people } from './schema.ts'
import { hashOf, newToken } from './secrets.ts'
import { mayTryAgain } from './throttle.ts'

/** How long a sign-in link lives. */
export const linkMinutes = 10

export type LinkPurpose = (typeof oneTimeLinks.$inferSelect)['purpose']

const inMinutes = (minutes: number) => sql<Date>`now() + make_interval(mins => ${minutes})`

/** Made a moment after its person has left the alliance, by a server that still knew them. */
const isTooLate = sql`exists (select from ${accountClosings}
  where ${accountClosings.personId} = ${oneTimeLinks.personId} and ${accountClosings.reopenedAt} is null)`

const alive = (purpose: LinkPurpose) =>
  and(
    eq(oneTimeLinks.purpose, purpose),
    isNull(oneTimeLinks.usedAt),
    gt(oneTimeLinks.expiresAt, sql`now()`),
    not(isTooLate),
  )

async function addLink(db: Database, purpose: LinkPurpose, personId: string | null, minutes: number): Promise<string> {
  const token = newToken()
  await db
    .insert(oneTimeLinks)
    .values({ purpose, personId, tokenHash: await hashOf(token), expiresAt: inMinutes(minutes) })
  return token
}

/** Only the newest link of a person lives. Returns the secret part; nobody can read it again later. */
export async function createSignInLink(db: Database, personId: string, minutes = linkMinutes): Promise<string> {
  return db.transaction(async (tx) => {
    await tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('update')
    await tx
      .update(oneTimeLinks)
      .set({ expiresAt: sql`now()` })
      .where(and(eq(oneTimeLinks.personId, personId), alive('sign_in')))
    return addLink(tx, 'sign_in', personId, minutes)
  })
}

const oneDay = 24 * 60

/** For the first start on an empty database; older ones die. */
export async function createSetUpLink(db: Database): Promise<string> {
  return db.transaction(async (tx) => {
    await tx.update(oneTimeLinks).set({ expiresAt: sql`now()` }).where(alive('set_up'))
    return addLink(tx, 'set_up', null, oneDay)
  })
}

export interface Link {
  personId: string | null
}

/** Looks without using anything up: mail scanners open every link. */
export async function findLink(db: Database, token: string, purpose: LinkPurpose): Promise<Link | null> {
  const [link] = await db
    .select({ personId: oneTimeLinks.personId })
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.tokenHash, await hashOf(token)), alive(purpose)))
  return link ?? null
}

/** Of many who come with the same link at once, one gets it. */
export async function useLink(db: Database, token: string, purpose: LinkPurpose): Promise<Link | null> {
  const [link] = await db
    .update(oneTimeLinks)
    .set({ usedAt: sql`now()` })
    .where(and(eq(oneTimeLinks.tokenHash, await hashOf(token)), alive(purpose)))
    .returning({ personId: oneTimeLinks.personId })
  return link ?? null
}

/** Words come from above; this folder knows whom and when. */
export type LetterWriter = (person: Person, token: string) => Omit<MailMessage, 'to'>

export interface SignInRequest {
  email: string
  network: string
  letter: LetterWriter
}

/** Sends a new link to somebody who is known to have this address. */
export async function sendSignInLink({ db, mail }: Pick<Ports, 'db' | 'mail'>, person: Person, letter: LetterWriter) {
  if (!person.email) return
  await mail.send({ to: person.email, ...letter(person, await createSignInLink(db, person.id)) })
}

async function sendIfKnown(ports: Pick<Ports, 'db' | 'mail'>, { email, letter }: SignInRequest) {
  const person = await findPersonByAddress(ports.db, email)
  if (person && !(await isClosed(ports.db, person.id))) await sendSignInLink(ports, person, letter)
}

/**
 * False when it was asked for too often. The answer does not wait for what depends on whether the address is known,
 * so neither its words nor its time tell.
 */
export async function requestSignIn(
  ports: Pick<Ports, 'db' | 'mail' | 'defer'>,
  request: SignInRequest,
): Promise<boolean> {
  if (!(await mayTryAgain(ports.db, request))) return false
  ports.defer(sendIfKnown(ports, request))
  return true
}
