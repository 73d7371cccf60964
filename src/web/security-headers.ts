import { createMiddleware } from 'hono/factory'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from './env.ts'

const own = ["'self'"]
const none = ["'none'"]

const headers = (https: boolean) =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: none,
      scriptSrc: own,
      styleSrc: own,
      imgSrc: [...own, 'data:'],
      fontSrc: own,
      connectSrc: own,
      manifestSrc: own,
      formAction: own,
      baseUri: none,
      objectSrc: none,
      frameAncestors: none,
    },
    referrerPolicy: 'same-origin',
    crossOriginOpenerPolicy: 'same-origin',
    strictTransportSecurity: https ? 'max-age=31536000' : false,
    // What is no page may be stricter with itself.
    overwrite: false,
  })

const plain = headers(false)
const encrypted = headers(true)

/** Deny by default; nothing that a person sees here belongs into anybody's cache or index. */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  c.header('Cache-Control', 'no-store')
  c.header('X-Robots-Tag', 'noindex')
  const apply = c.var.settings.publicUrl.startsWith('https:') ? encrypted : plain
  return apply(c, next)
})
