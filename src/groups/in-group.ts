import { createFactory } from 'hono/factory'
import type { SignedInEnv } from '../identity/signed-in.ts'
import { found } from '../web/gate.ts'
import type { Actor } from './actor.ts'
import { findActor } from './membership.ts'

export type GroupEnv = SignedInEnv & { Variables: { actor: Actor } }

export const inGroup = createFactory<GroupEnv>()

/** Below this line of the URL every handler knows who is acting in which group. */
export const enterGroup = inGroup.createMiddleware(async (c, next) => {
  c.set('actor', found(await findActor(c.var.ports.db, c.var.person, c.req.param('group') ?? '')))
  await next()
})
