import { DrizzlePostgreSQLAdapter } from '@lucia-auth/adapter-drizzle'
import { and, eq, lt, ne, or } from 'drizzle-orm'
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia'
import type { Database } from '../db/database.ts'
import type { Settings } from '../ports.ts'
import { type Person, people, sessions } from './schema.ts'
import { hashOf } from './secrets.ts'

declare module 'lucia' {
  interface Register {
    UserId: string
    Lucia: Lucia<{ endsAt: Date }, { person: Omit<Person, 'id'> }>
    DatabaseUserAttributes: Omit<Person, 'id'>
    DatabaseSessionAttributes: { endsAt: Date; device: string }
  }
}

/** A session ends after two weeks without use, and after ninety days in any case. */
export const idleLimit = new TimeSpan(14, 'd')
export const absoluteLimit = new TimeSpan(90, 'd')

const withId = (session: DatabaseSession | null, id: string) => session && { ...session, id }

/** lucia stores what it is given as the session's id, so it is given a hash: a stolen table opens nothing. */
function hashing(adapter: Adapter): Adapter {
  return {
    getSessionAndUser: async (id) => {
      const [session, user] = await adapter.getSessionAndUser(await hashOf(id))
      return [withId(session, id), user]
    },
    getUserSessions: (userId) => adapter.getUserSessions(userId),
    setSession: async (session) => adapter.setSession({ ...session, id: await hashOf(session.id) }),
    updateSessionExpiration: async (id, expiresAt) => adapter.updateSessionExpiration(await hashOf(id), expiresAt),
    deleteSession: async (id) => adapter.deleteSession(await hashOf(id)),
    deleteUserSessions: (userId) => adapter.deleteUserSessions(userId),
    deleteExpiredSessions: () => adapter.deleteExpiredSessions(),
  }
}

export const isSecure = (settings: Settings) => settings.publicUrl.startsWith('https:')

export const sessionCookieName = (settings: Settings) => (isSecure(settings) ? '__Host-session' : 'session')

function luciaFor(db: Database, settings: Settings) {
  return new Lucia<{ endsAt: Date }, { person: Omit<Person, 'id'> }>(
    hashing(new DrizzlePostgreSQLAdapter(db, sessions, people)),
    {
      sessionExpiresIn: idleLimit,
      sessionCookie: {
        name: sessionCookieName(settings),
        attributes: { secure: isSecure(settings), sameSite: 'lax', path: '/' },
      },
      getSessionAttributes: ({ endsAt }) => ({ endsAt }),
      getUserAttributes: (person) => ({ person }),
    },
  )
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
  const endsAt = new Date(Date.now() + absoluteLimit.milliseconds())
  const session = await lucia.createSession(personId, { endsAt, device })
  return { id: session.id, cookie: lucia.createSessionCookie(session.id).serialize() }
}

export interface PersonBehind {
  person: Person
  /** Hash of the secret: safe to hand around, useless as a cookie. */
  sessionId: string
  /** Set-Cookie value when the session was prolonged. */
  renewed: string | null
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
  const sessionId = await hashOf(secret)
  if (session.endsAt <= now) {
    await endSession(db, sessionId)
    return null
  }
  const renewed = session.fresh ? lucia.createSessionCookie(secret).serialize() : null
  return { person: { ...user.person, id: user.id }, sessionId, renewed }
}

/** Takes the hashed id. */
export async function endSession(db: Database, sessionId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.id, sessionId))
}

export async function endOtherSessions(db: Database, personId: string, keep: string): Promise<void> {
  await db.delete(sessions).where(and(eq(sessions.userId, personId), ne(sessions.id, keep)))
}

export async function forgetEndedSessions(db: Database, now = new Date()): Promise<void> {
  await db.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.endsAt, now)))
}

export function blankCookie(db: Database, settings: Settings): string {
  return luciaFor(db, settings).createBlankSessionCookie().serialize()
}
