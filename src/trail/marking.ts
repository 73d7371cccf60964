import { createMiddleware } from 'hono/factory'
import { isMember } from '../groups/actor.ts'
import type { Belonging } from '../groups/belonging.ts'
import type { GroupEnv } from '../groups/in-group.ts'
import type { SignedInEnv } from '../identity/signed-in.ts'
import { uuid } from '../web/ids.ts'
import type { Linked } from '../web/trail-paths.ts'
import { type Around, aroundDecision, aroundThing } from './around.ts'
import { toCheck } from './checking.ts'
import { insideOf, mayReadTrails } from './policy.ts'

/** What the frame of a page shows besides the page itself. */
export interface Marking {
  /** As "task <id>". */
  marked: ReadonlySet<string>
  around: Around | null
}

type Env = SignedInEnv & { Variables: Belonging & Partial<Marking> }

const list = /^\/groups\/[a-z0-9-]+(?:\/(?:documents|tasks|proposals|referrals))?$/
const thing = new RegExp(`^/groups/[a-z0-9-]+/(documents|tasks|proposals|referrals)/(${uuid})$`)
const overGroups = /^\/(?:decisions|tasks)?$/
const decision = /^\/decisions\/([A-Z]{2,4}-\d{4}-\d{3,6})$/

const keys = (found: Awaited<ReturnType<typeof toCheck>>) =>
  new Set(found.map(({ thing: kind, thingId }) => `${kind} ${thingId}`))

/**
 * Lists and pages of things are written on lower floors, which know nothing of trails: what is to be said about them is
 * found here and shown by the frame of the page, with the rights of whoever reads.
 */
export const markThings = createMiddleware<GroupEnv & Env>(async (c, next) => {
  const { actor, ports, mine } = c.var
  const inside = insideOf(mine)
  const [, things, id] = thing.exec(c.req.path) ?? []
  if (isMember(actor) && things && id) {
    c.set('around', await aroundThing(ports.db, actor, things as Linked, id, inside))
  } else if (isMember(actor) && list.test(c.req.path)) {
    c.set('marked', keys(await toCheck(ports.db, inside, { groupIds: [actor.group.id] })))
  }
  await next()
})

/**
 * The same for the register and what stands in it, which are open to the whole alliance, for one's own tasks and for the
 * first page.
 */
export const markDecisions = createMiddleware<Env>(async (c, next) => {
  const { ports, mine } = c.var
  const inside = insideOf(mine)
  const [, cited] = decision.exec(c.req.path) ?? []
  if (mayReadTrails(mine) && cited && c.req.query('edition') !== 'public') {
    c.set('around', await aroundDecision(ports.db, cited, inside))
  } else if (mayReadTrails(mine) && overGroups.test(c.req.path)) {
    c.set('marked', keys(await toCheck(ports.db, inside, { groupIds: inside })))
  }
  await next()
})
