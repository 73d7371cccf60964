import { mailOf, type PersonKey } from '#src/dev/cast.ts'
import { findActor } from '#src/groups/membership.ts'
import { type Group, groups } from '#src/groups/schema.ts'
import { type Person, people } from '#src/identity/schema.ts'
import { type GroupKey, type World, world } from './world.ts'

const found = <T>(thing: T | null | undefined): T => {
  if (thing == null) throw new Error('The sample does not know it')
  return thing
}

/** The sample alliance as the demo shows it this week, with its people and groups under the names of the cast. */
export async function sampleAlliance(): Promise<World> {
  const w = await world({ sample: true })
  const rows = await w.db.select().from(people)
  const all = await w.db.select().from(groups)
  const cast = Object.keys(w.people).map((key): [string, Person] => [
    key,
    found(rows.find(({ email }) => email === mailOf(key as PersonKey))),
  ])
  const known = Object.fromEntries(cast) as World['people']
  const slugs = Object.keys(w.groups).map((key): [string, Group] => [key, found(all.find(({ slug }) => slug === key))])
  const actor = async (person: PersonKey, group: GroupKey) => found(await findActor(w.db, known[person], group))
  return { ...w, people: known, groups: Object.fromEntries(slugs) as World['groups'], actor }
}
