import { createFactory } from 'hono/factory'
import type { SignedInEnv } from '../identity/signed-in.ts'
import { found } from '../web/gate.ts'
import type { Actor } from './actor.ts'
import { findActor } from './membership.ts'

export type GroupEnv = SignedInEnv & { Variables: { actor: Actor } }

export const inGroup = createFactory<GroupEnv>()

const slugIn = (path: string | undefined) => (path && /^[a-z][a-z0-9-]{0,30}$/.test(path) ? path : null)

/** Below this line of the URL every handler knows who is acting in which group. */
export const enterGroup = inGroup.createMiddleware(async (c, next) => {
  const slug = found(slugIn(c.req.param('group')))
  c.set('actor', found(await findActor(c.var.ports.db, c.var.person, slug)))
  await next()
})
