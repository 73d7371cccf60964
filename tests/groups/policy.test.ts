import { expect, test } from 'vitest'
import type { Actor } from '#src/groups/actor.ts'
import {
  isCoordinator,
  keeperOf,
  mayChangeGuest,
  mayCreateGroup,
  mayEndMembership,
  mayGiveMandate,
  mayGiveRole,
  mayInvite,
  mayInviteAnywhere,
  maySeePerson,
  rolesFor,
} from '#src/groups/policy.ts'
import type { Group, Role } from '#src/groups/schema.ts'

const groupOf = (kind: Group['kind'], state: Group['state'] = 'active'): Group => ({
  id: kind,
  kind,
  state,
  slug: kind === 'circle' ? 'kk' : 'en',
  prefix: kind === 'circle' ? 'KK' : 'EN',
  legalForm: 'informal',
  name: kind,
  createdAt: new Date(0),
})

interface Wishes {
  kind?: Group['kind']
  state?: Group['state']
  standing?: Actor['standing']
  roles?: Role[]
}

const as = ({ kind = 'working_group', state, standing = 'member', roles = [] }: Wishes = {}): Actor => ({
  person: { id: 'me', name: 'Me' },
  group: groupOf(kind, state),
  standing,
  votes: standing === 'member',
  roles,
})

const circle = 'circle' as const

test.each([
  ['a lead', as({ roles: ['lead'] }), true],
  ['a member', as(), false],
  ['a delegate', as({ roles: ['delegate'] }), false],
  ['a facilitator', as({ roles: ['facilitator'] }), false],
  ['a minute taker', as({ roles: ['minute_taker'] }), false],
  ['a guest with a role that guests cannot have', as({ standing: 'guest', roles: ['lead'] }), false],
  ['a coordinator, in the circle', as({ kind: circle, roles: ['coordinator'] }), true],
  ['a member of the circle', as({ kind: circle }), false],
  ['a lead, in the circle', as({ kind: circle, roles: ['lead'] }), false],
  ['a coordinator, in a working group', as({ roles: ['coordinator'] }), false],
  ['the lead of a dissolved group', as({ state: 'dissolved', roles: ['lead'] }), false],
])('%s may invite, give roles and enter a mandate: %s', (_who, actor, expected) => {
  for (const may of [mayInvite, mayGiveRole, mayGiveMandate, mayChangeGuest]) expect(may(actor)).toBe(expected)
})

test.each([
  ['a member', as(), 'me', true],
  ['a guest', as({ standing: 'guest' }), 'me', true],
  ['a member', as(), 'somebody else', false],
  ['a lead', as({ roles: ['lead'] }), 'somebody else', true],
  ['a delegate', as({ roles: ['delegate'] }), 'somebody else', false],
  ['a coordinator, in the circle', as({ kind: circle, roles: ['coordinator'] }), 'somebody else', true],
])('%s may end the membership of %s: %s', (_who, actor, personId, expected) => {
  expect(mayEndMembership(actor, { personId: personId === 'me' ? 'me' : 'other' })).toBe(expected)
})

test.each([
  ['a coordinator', as({ kind: circle, roles: ['coordinator'] }), true],
  ['a member of the circle', as({ kind: circle }), false],
  ['a facilitator of the circle', as({ kind: circle, roles: ['facilitator'] }), false],
  ['somebody with that role elsewhere', as({ roles: ['coordinator'] }), false],
  ['a guest of the circle', as({ kind: circle, standing: 'guest', roles: ['coordinator'] }), false],
  ['somebody who does not sit in the circle', null, false],
])('%s may found groups and invite into any: %s', (_who, actor, expected) => {
  for (const may of [isCoordinator, mayCreateGroup, mayInviteAnywhere]) expect(may(actor)).toBe(expected)
})

test('a circle is coordinated, a working group is led', () => {
  expect([keeperOf('circle'), keeperOf('working_group')]).toEqual(['coordinator', 'lead'])
  expect(rolesFor('circle')).not.toContain('lead')
  expect(rolesFor('working_group')).not.toContain('coordinator')
})

test.each([
  ['a member', as(), 'a member without a role', true],
  ['a guest', as({ standing: 'guest' }), 'a member without a role', false],
  ['a guest', as({ standing: 'guest' }), 'the lead', true],
  ['a guest', as({ standing: 'guest' }), 'myself', true],
])('%s sees %s: %s', (_who, actor, whom, expected) => {
  const roles: Role[] = whom === 'the lead' ? ['lead'] : []
  expect(maySeePerson(actor, { person: { id: whom === 'myself' ? 'me' : 'other' }, roles })).toBe(expected)
})
