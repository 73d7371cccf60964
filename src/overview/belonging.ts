import type { Database } from '../db/database.ts'
import type { Actor } from '../groups/actor.ts'
import { findActor, groupsOf } from '../groups/membership.ts'
import type { Person } from '../identity/schema.ts'

/** This person in each of the groups, the circle last. */
export async function actorsOf(db: Database, person: Pick<Person, 'id' | 'name'>, now: Date): Promise<Actor[]> {
  const mine = await groupsOf(db, person.id, now)
  const actors = await Promise.all(mine.map(({ slug }) => findActor(db, person, slug, now)))
  return actors.filter((actor) => actor !== null)
}
