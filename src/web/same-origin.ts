import { createMiddleware } from 'hono/factory'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from './env.ts'

const safe = ['GET', 'HEAD', 'OPTIONS']

/** Every change must come from our own pages, whatever its content type; who says nothing about its origin is refused. */
export const sameOrigin = createMiddleware<AppEnv>(async (c, next) => {
  if (!safe.includes(c.req.method)) {
    const site = c.req.header('Sec-Fetch-Site')
    const origin = c.req.header('Origin')
    const ours = site ? site === 'same-origin' : origin !== undefined && c.var.settings.origins.includes(origin)
    if (!ours) throw new HTTPException(403)
  }
  await next()
})
