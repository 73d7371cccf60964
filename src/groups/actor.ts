import type { Person } from '../identity/schema.ts'
import type { Group, Role, Standing } from './schema.ts'

/** A person as seen inside one group. */
export interface Actor {
  person: Pick<Person, 'id' | 'name'>
  group: Group
  standing: Standing
  /** Whether this membership entitles to a seat on a roll. */
  votes: boolean
  /** Roles in force today. */
  roles: Role[]
}

/** The place of the main navigation where this group's pages belong. */
export const placeOf = ({ group }: Pick<Actor, 'group'>) =>
  group.kind === 'circle' ? ('circle' as const) : ('groups' as const)

export const isMember = (actor: Actor) => actor.standing === 'member'

export const has = (actor: Actor, ...roles: Role[]) =>
  isMember(actor) && roles.some((role) => actor.roles.includes(role))
