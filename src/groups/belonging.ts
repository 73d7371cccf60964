import { createMiddleware } from 'hono/factory'
import type { SignedInEnv } from '../identity/signed-in.ts'
import { groupsOf, type MyGroup } from './membership.ts'
import { mayReadRegister } from './policy.ts'

/** What is asked once for the whole request. */
export interface Belonging {
  mine: MyGroup[]
  isOutside: boolean
}

/** Whether the places of the alliance are open to this person: the navigation leads nowhere where nobody may go. */
export const markBelonging = createMiddleware<SignedInEnv & { Variables: Belonging }>(async (c, next) => {
  const mine = await groupsOf(c.var.ports.db, c.var.person.id)
  c.set('mine', mine)
  c.set('isOutside', !mayReadRegister(mine))
  await next()
})
