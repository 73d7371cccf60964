import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { SignedInEnv } from './signed-in.ts'

interface Sent {
  what: string
  /** Where it led to, or null when it was refused. */
  led: Promise<string | null>
  done?: number
}

/** Nobody fills in the same form again so soon. */
const shortly = 5_000

const isOver = ({ done }: Sent) => done !== undefined && Date.now() - done > shortly

/** Between the parts of a form with files the browser writes something of its own, another each time. */
function withoutBoundary(c: Context, body: ArrayBuffer): BufferSource {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(c.req.header('Content-Type') ?? '')?.[1]
  if (!boundary) return body
  return new TextEncoder().encode(new TextDecoder('latin1').decode(body).replaceAll(boundary, ''))
}

async function fingerprint(c: Context): Promise<string> {
  const body = withoutBoundary(c, await c.req.arrayBuffer())
  return [c.req.url, ...new Uint8Array(await crypto.subtle.digest('SHA-256', body))].join(' ')
}

const ledTo = (c: Context) => (c.res.status === 303 ? c.res.headers.get('Location') : null)

/**
 * A double click, or a browser that tries again, sends one form twice. What is exactly what the same browser has just
 * sent has one effect: the second time leads to where the first one did. Anything else in between, and it counts anew.
 */
export function onlyOnce() {
  const latest = new Map<string, Sent>()

  const forgetOld = () => {
    for (const [sessionId, sent] of latest) if (isOver(sent)) latest.delete(sessionId)
  }

  return createMiddleware<SignedInEnv>(async (c, next) => {
    if (c.req.method !== 'POST') return next()
    const { sessionId } = c.var
    const what = await fingerprint(c)
    const before = latest.get(sessionId)
    const led = before?.what === what && !isOver(before) ? await before.led : null
    if (led) return c.redirect(led, 303)

    forgetOld()
    const { promise, resolve } = Promise.withResolvers<string | null>()
    const sent: Sent = { what, led: promise }
    latest.set(sessionId, sent)
    try {
      await next()
    } finally {
      sent.done = Date.now()
      resolve(ledTo(c))
    }
  })
}
