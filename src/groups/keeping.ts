import type { PersonIn } from './people.ts'
import { keeperOf } from './policy.ts'
import type { Group, RoleTerm } from './schema.ts'

const lastsAsLong = (endsOn: string | null, as: string | null) => endsOn === null || (as !== null && endsOn >= as)

const keeping = ({ kind }: Pick<Group, 'kind'>, { terms }: PersonIn): RoleTerm | undefined =>
  terms.find(({ role }) => role === keeperOf(kind))

/**
 * Whether the group is looked after as long as now if this person's term ended, or ended earlier: without the role of
 * its keeper nobody could change anything here any more, and a date may take it away as well as a person.
 */
export function isKeptWithout(group: Pick<Group, 'kind'>, people: PersonIn[], membershipId: string): boolean {
  const one = people.find(({ membership }) => membership.id === membershipId)
  const own = one && keeping(group, one)
  if (!own) return true
  const others = people.filter(({ membership }) => membership.id !== membershipId)
  return others.some((other) => {
    const term = keeping(group, other)
    return term !== undefined && lastsAsLong(term.endsOn, own.endsOn)
  })
}

/** Whether a term that ends then would take the place of a longer one that nobody else's is as long as. */
export function isCutShort(
  group: Pick<Group, 'kind'>,
  people: PersonIn[],
  membershipId: string,
  endsOn: string | null,
) {
  const one = people.find(({ membership }) => membership.id === membershipId)
  const own = one && keeping(group, one)
  return own !== undefined && !lastsAsLong(endsOn, own.endsOn) && !isKeptWithout(group, people, membershipId)
}
