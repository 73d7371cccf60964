import { and, eq, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Database } from '../db/database.ts'
import { latestForms } from './schema.ts'
import type { SignedInEnv } from './signed-in.ts'

interface Sent {
  sessionId: string
  what: string
}

/** Nobody fills in the same form again so soon. */
const shortly = sql`interval '5 seconds'`
/** Whoever was to answer by then has gone down. */
const longAgo = sql`interval '1 minute'`
const pause = 50

/** Between the parts of a form with files the browser writes something of its own, another each time. */
function withoutBoundary(c: Context, body: ArrayBuffer): BufferSource {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(c.req.header('Content-Type') ?? '')?.[1]
  if (!boundary) return body
  return new TextEncoder().encode(new TextDecoder('latin1').decode(body).replaceAll(boundary, ''))
}

async function fingerprint(c: Context): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', withoutBoundary(c, await c.req.arrayBuffer())))
  return `${c.req.url} ${Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

const ledTo = (c: Context) => (c.res.status === 303 ? c.res.headers.get('Location') : null)

const isOf = ({ sessionId, what }: Sent) => and(eq(latestForms.sessionId, sessionId), eq(latestForms.what, what))

const isOver = (): SQL | undefined =>
  or(
    sql`${latestForms.doneAt} < now() - ${shortly}`,
    and(sql`${latestForms.doneAt} is not null`, sql`${latestForms.ledTo} is null`),
    sql`${latestForms.sentAt} < now() - ${longAgo}`,
  )

/** Of two that are sent at once, to whichever process, one is the first. */
async function isFirst(db: Database, sent: Sent): Promise<boolean> {
  const first = await db
    .insert(latestForms)
    .values(sent)
    .onConflictDoUpdate({
      target: latestForms.sessionId,
      set: { what: sent.what, sentAt: sql`now()`, doneAt: null, ledTo: null },
      setWhere: or(ne(latestForms.what, sent.what), isOver()),
    })
    .returning({ what: latestForms.what })
  return first.length > 0
}

/** Where the first one led to; null when this one has become the first, since the one before was refused or is over. */
async function whereItLed(db: Database, sent: Sent): Promise<string | null> {
  while (!(await isFirst(db, sent))) {
    const [before] = await db.select({ ledTo: latestForms.ledTo }).from(latestForms).where(isOf(sent))
    if (before?.ledTo) return before.ledTo
    await new Promise((resolve) => setTimeout(resolve, pause))
  }
  return null
}

/**
 * A double click, or a browser that tries again, sends one form twice. What is exactly what the same browser has just
 * sent has one effect: the second time leads to where the first one did. Anything else in between, and it counts anew.
 */
export const onlyOnce = createMiddleware<SignedInEnv>(async (c, next) => {
  if (c.req.method !== 'POST') return next()
  const { db } = c.var.ports
  const sent = { sessionId: c.var.sessionId, what: await fingerprint(c) }
  const led = await whereItLed(db, sent)
  if (led) return c.redirect(led, 303)
  try {
    await next()
  } finally {
    await db
      .update(latestForms)
      .set({ doneAt: sql`now()`, ledTo: ledTo(c) })
      .where(isOf(sent))
  }
})
