import type { Database } from '../db/database.ts'
import { peopleIn } from '../groups/people.ts'
import type { Role } from '../groups/schema.ts'

/** Somebody with a role in the group today. */
export interface Officer {
  id: string
  name: string
  roles: Role[]
}

/** Who has which role in the group: for the rule that a second person confirms, and to say who that can be. */
export async function officersOf(db: Database, groupId: string): Promise<Officer[]> {
  const members = (await peopleIn(db, groupId)).filter(({ membership }) => membership.standing === 'member')
  return members.filter(({ roles }) => roles.length > 0).map(({ person, roles }) => ({ ...person, roles }))
}
