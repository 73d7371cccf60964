import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { and, desc, eq, gt, lt, ne, or, sql } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Database } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { Ports, Settings } from '../ports.ts'
import { type Person, people, sessions } from './schema.ts'
import { hashOf } from './secrets.ts'

interface Limits {
  endsAt: Date
  usedAt: Date
}

/** The hash is what is stored instead of the session's secret. */
type Known = Limits & { hash: string }

declare module 'lucia' {
  interface Register {
    UserId: string
    Lucia: Lucia<Known, { person: Omit<Person, 'id'> }>
    DatabaseUserAttributes: Omit<Person, 'id'>
    DatabaseSessionAttributes: Limits & { device: string; hash?: string }
  }
}

/** A session ends after two weeks without use, and after ninety days in any case. */
export const idleLimit = new TimeSpan(14, 'd')
export const absoluteLimit = new TimeSpan(90, 'd')

const findSession = prepared((db) =>
  db
    .select({ session: sessions, user: people })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.userId))
    .where(eq(sessions.id, sql.placeholder('hash')))
    .prepare('find_session'),
)

/** As lucia's own adapter does it, but prepared: it is asked with every request. */
async function getSessionAndUser(db: Database, secret: string): ReturnType<Adapter['getSessionAndUser']> {
  const hash = await hashOf(secret)
  const [found] = await findSession(db).execute({ hash })
  if (!found) return [null, null]
  const { id, ...user } = found.user
  const { id: _, userId, expiresAt, ...attributes } = found.session
  return [
    { id: secret, userId, expiresAt, attributes: { ...attributes, hash } },
    { id, attributes: user },
  ]
}

/**
 * lucia stores what it is given as the session's id, so it is given a hash: a stolen table opens nothing.
 * It would also prolong sessions without end; that is done below, up to the absolute limit. And it would delete a late
 * session quietly, while what is open in it has to be told.
 */
function hashing(db: Database): Adapter {
  const adapter: Adapter = new DrizzlePostgreSQLAdapter(db, sessions, people)
  return {
    getSessionAndUser: (id) => getSessionAndUser(db, id),
    getUserSessions: (userId) => adapter.getUserSessions(userId),
    setSession: async (session) => adapter.setSession({ ...session, id: await hashOf(session.id) }),
    updateSessionExpiration: async () => undefined,
    deleteSession: async () => undefined,
    deleteUserSessions: (userId) => adapter.deleteUserSessions(userId),
    deleteExpiredSessions: () => adapter.deleteExpiredSessions(),
  }
}

export const isSecure = (settings: Settings) => settings.publicUrl.startsWith('https:')

export const sessionCookieName = (settings: Settings) => (isSecure(settings) ? '__Host-session' : 'session')

function luciaFor(db: Database, settings: Settings) {
  return new Lucia<Known, { person: Omit<Person, 'id'> }>(hashing(db), {
    sessionExpiresIn: idleLimit,
    sessionCookie: {
      name: sessionCookieName(settings),
      attributes: { secure: isSecure(settings), sameSite: 'lax', path: '/' },
    },
    getSessionAttributes: ({ endsAt, usedAt, hash = '' }) => ({ endsAt, usedAt, hash }),
    getUserAttributes: (person) => ({ person }),
  })
}

export interface StartedSession {
  id: string
  /** A whole Set-Cookie value. */
  cookie: string
}

/** Always a new secret: whatever session the browser showed before is ended by the caller. */
export async function startSession(
  db: Database,
  settings: Settings,
  personId: string,
  device = '',
): Promise<StartedSession> {
  const lucia = luciaFor(db, settings)
  const usedAt = new Date()
  const endsAt = new Date(usedAt.getTime() + absoluteLimit.milliseconds())
  const session = await lucia.createSession(personId, { endsAt, usedAt, device })
  return { id: session.id, cookie: lucia.createSessionCookie(session.id).serialize() }
}

export interface PersonBehind {
  person: Person
  /** Hash of the secret: safe to hand around, useless as a cookie. */
  sessionId: string
  /** Set-Cookie value when the session was prolonged. */
  renewed: string | null
}

const oneHour = new TimeSpan(1, 'h').milliseconds()

/** Prolongs what is in use, at most once an hour and never beyond the absolute limit. */
async function keepAlive(db: Database, sessionId: string, { endsAt, usedAt }: Limits, now: Date): Promise<boolean> {
  if (now.getTime() - usedAt.getTime() < oneHour) return false
  const idleEnd = now.getTime() + idleLimit.milliseconds()
  const expiresAt = new Date(Math.min(idleEnd, endsAt.getTime()))
  await db.update(sessions).set({ usedAt: now, expiresAt }).where(eq(sessions.id, sessionId))
  return true
}

/** Who sent this cookie header, if it still counts. */
export async function personBehind(
  db: Database,
  settings: Settings,
  cookieHeader: string | undefined,
  now = new Date(),
): Promise<PersonBehind | null> {
  const lucia = luciaFor(db, settings)
  const secret = lucia.readSessionCookie(cookieHeader ?? '')
  if (!secret) return null
  const { session, user } = await lucia.validateSession(secret)
  if (!session || !user) return null
  const sessionId = session.hash
  if (session.endsAt <= now || session.expiresAt <= now) return null
  const prolonged = await keepAlive(db, sessionId, session, now)
  const renewed = prolonged ? lucia.createSessionCookie(secret).serialize() : null
  return { person: { ...user.person, id: user.id }, sessionId, renewed }
}

/** Where a person is signed in. The id is the hashed one: good for ending a session, useless as a cookie. */
export async function sessionsOf(db: Database, personId: string, now = new Date()) {
  return db
    .select({ id: sessions.id, device: sessions.device, usedAt: sessions.usedAt, createdAt: sessions.createdAt })
    .from(sessions)
    .where(and(eq(sessions.userId, personId), gt(sessions.expiresAt, now), gt(sessions.endsAt, now)))
    .orderBy(desc(sessions.usedAt))
}

export type OpenSession = Awaited<ReturnType<typeof sessionsOf>>[number]

/** Takes the hashed id. */
export async function endSession(db: Database, sessionId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, sessionId))
}

/** Returns the hashed ids of what has ended. */
export async function endOtherSessions(db: Database, personId: string, keep: string): Promise<string[]> {
  const ended = await db
    .delete(sessions)
    .where(and(eq(sessions.userId, personId), ne(sessions.id, keep)))
    .returning({ id: sessions.id })
  return ended.map(({ id }) => id)
}

/** What is open in a session whose time is over ends with it. */
export async function forgetEndedSessions({ db, bus }: Pick<Ports, 'db' | 'bus'>, now = new Date()): Promise<void> {
  const ended = await db
    .delete(sessions)
    .where(or(lt(sessions.expiresAt, now), lt(sessions.endsAt, now)))
    .returning({ personId: sessions.userId, sessionId: sessions.id })
  for (const session of ended) await bus.revoke({ ...session, final: true })
}

export function blankCookie(db: Database, settings: Settings): string {
  return luciaFor(db, settings).createBlankSessionCookie().serialize()
}
