import { createMiddleware } from 'hono/factory'
import type { SignedInEnv } from '../identity/signed-in.ts'
import { groupsOf } from './membership.ts'
import { mayReadRegister } from './policy.ts'

/** Whether the places of the alliance are open to this person: the navigation leads nowhere where nobody may go. */
export const markBelonging = createMiddleware<SignedInEnv & { Variables: { isOutside: boolean } }>(async (c, next) => {
  c.set('isOutside', !mayReadRegister(await groupsOf(c.var.ports.db, c.var.person.id)))
  await next()
})
