import type { Database } from '../db/database.ts'
import type { Actor } from '../groups/actor.ts'
import { findActor, groupsOf } from '../groups/membership.ts'
import type { Person } from '../identity/schema.ts'
import type { ReferralEntry } from './entries.ts'
import { inbox, returnedTo } from './model.ts'
import { mayAnswerReferrals, mayForward } from './policy.ts'

type Who = Pick<Person, 'id' | 'name'>

async function actorsOf(db: Database, person: Who): Promise<Actor[]> {
  const own = await groupsOf(db, person.id)
  const actors = await Promise.all(own.map(({ slug }) => findActor(db, person, slug)))
  return actors.filter((actor): actor is Actor => actor !== null)
}

/** For those who prepare the answers of the circle or of a group: what has come in and nobody has taken up. */
export async function referralsAwaitingAnswer(db: Database, person: Who): Promise<ReferralEntry[]> {
  const answering = (await actorsOf(db, person)).filter(mayAnswerReferrals)
  const received = await Promise.all(answering.map(({ group }) => inbox(db, group.id)))
  return received.flat().filter(({ takenUp }) => takenUp === null)
}

/** For leads and delegates: what was given back to their groups. */
export async function returnsAwaiting(db: Database, person: Who): Promise<ReferralEntry[]> {
  const leading = (await actorsOf(db, person)).filter(mayForward)
  return (await Promise.all(leading.map(({ group }) => returnedTo(db, group.id)))).flat()
}
