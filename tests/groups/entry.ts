import type { PersonKey } from '#src/dev/cast.ts'
import { peopleIn } from '#src/groups/people.ts'
import type { GroupKey, World } from '../support/world.ts'

/** Somebody as the group's list of people has them today. */
export async function entryOf(w: World, person: PersonKey, group: GroupKey) {
  const all = await peopleIn(w.db, w.groups[group].id)
  const entry = all.find((one) => one.person.id === w.people[person].id)
  if (!entry) throw new Error(`${person} does not belong to ${group}`)
  return entry
}

export const belongs = async (w: World, person: PersonKey, group: GroupKey) =>
  (await peopleIn(w.db, w.groups[group].id)).some((one) => one.person.id === w.people[person].id)
