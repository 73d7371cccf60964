import { createMiddleware } from 'hono/factory'
import type { SignedInEnv } from '../identity/signed-in.ts'
import { latestSeq } from './model.ts'

/** Read before the page's own queries, so that it never claims more than the page shows. */
export const markSeen = createMiddleware<SignedInEnv & { Variables: { seen: number } }>(async (c, next) => {
  c.set('seen', await latestSeq(c.var.ports.db))
  await next()
})
