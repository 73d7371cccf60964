import type { PersonIn } from '../../groups/people.ts'
import { isBothLinks, isOwnDeputy } from '../../groups/roles.ts'
import type { RoleTerm } from '../../groups/schema.ts'

/** Who takes over, and by which decision roles go on, or why. */
export interface Wish {
  successorId: string | null
  givenBy: string
}

/** Which field of the form is wrong, and how. */
export interface LeaveProblem {
  field: 'successor' | 'givenBy'
  code: 'unknown' | 'double_link' | 'missing' | 'last_keeper'
}

export interface Succession {
  successor: PersonIn | null
  /** Roles that go to the successor; those that they have already, or cannot have, do not. */
  roles: RoleTerm[]
}

/** Only a member of the group takes over; a guest or somebody who has left meanwhile does not. */
const successorIn = (people: PersonIn[], target: PersonIn, { successorId }: Wish) =>
  people.find(
    ({ person, membership }) =>
      person.id === successorId && membership.standing === 'member' && person.id !== target.person.id,
  )

/** Judged behind the lock of the group. Without whoever may give roles they go to nobody. */
export function succession(
  people: PersonIn[],
  target: PersonIn,
  wish: Wish,
  passesRoles: boolean,
): Succession | LeaveProblem {
  if (!wish.successorId) return { successor: null, roles: [] }
  const successor = successorIn(people, target, wish)
  if (!successor) return { field: 'successor', code: 'unknown' }
  if (!passesRoles) return { successor, roles: [] }
  const roles = target.terms.filter(
    ({ role }) => !successor.roles.includes(role) && !isOwnDeputy(successor.roles, role),
  )
  if (roles.some(({ role }) => isBothLinks(successor.roles, role))) return { field: 'successor', code: 'double_link' }
  return roles.length > 0 && !wish.givenBy ? { field: 'givenBy', code: 'missing' } : { successor, roles }
}

export const isProblem = (judged: Succession | LeaveProblem): judged is LeaveProblem => 'code' in judged
