import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import type { Actor } from '../groups/actor.ts'
import { findActor, groupsOf } from '../groups/membership.ts'
import { groups } from '../groups/schema.ts'
import type { Person } from '../identity/schema.ts'
import type { ReferralEntry } from './entries.ts'
import { inbox, returnedTo } from './model.ts'
import { mayAnswerReferrals, mayForward } from './policy.ts'

type Who = Pick<Person, 'id' | 'name'>

async function inCircle(db: Database, person: Who): Promise<Actor | null> {
  const [circle] = await db.select({ slug: groups.slug }).from(groups).where(eq(groups.kind, 'circle'))
  return circle ? findActor(db, person, circle.slug) : null
}

/** For those who prepare the circle: what has come in and nobody has taken up. */
export async function referralsAwaitingAnswer(db: Database, person: Who): Promise<ReferralEntry[]> {
  const actor = await inCircle(db, person)
  if (!actor || !mayAnswerReferrals(actor)) return []
  return (await inbox(db, actor.group.id)).filter(({ takenUp }) => takenUp === null)
}

/** For leads and delegates: what the circle has given back to their groups. */
export async function returnsAwaiting(db: Database, person: Who): Promise<ReferralEntry[]> {
  const own = await groupsOf(db, person.id)
  const actors = await Promise.all(own.map(({ slug }) => findActor(db, person, slug)))
  const leading = actors.filter((actor): actor is Actor => actor !== null && mayForward(actor))
  return (await Promise.all(leading.map(({ group }) => returnedTo(db, group.id)))).flat()
}
