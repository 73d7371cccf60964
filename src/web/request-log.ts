import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { AppEnv } from './env.ts'

/** The pattern of the route instead of the address: that holds ids, and in some links a secret. */
export const requestLog = createMiddleware<AppEnv>(async (c, next) => {
  const started = performance.now()
  c.set('requestId', crypto.randomUUID())
  await next()
  c.var.ports.log.info('request', {
    id: c.var.requestId,
    method: c.req.method,
    route: routePath(c),
    status: c.res.status,
    ms: Math.round(performance.now() - started),
  })
})
