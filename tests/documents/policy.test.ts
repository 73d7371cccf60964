import { describe, expect, test } from 'vitest'
import {
  mayCreateDocument,
  mayEditDocument,
  mayFreeze,
  mayInviteGuest,
  mayReadDocument,
  mayRename,
} from '#src/documents/policy.ts'
import type { Actor } from '#src/groups/actor.ts'
import type { Group, Role } from '#src/groups/schema.ts'

const group = { kind: 'working_group', state: 'active' } as Group

const actor = (standing: Actor['standing'], roles: Role[] = [], state: Group['state'] = 'active'): Actor => ({
  person: { id: 'me', name: 'Ich' },
  group: { ...group, state },
  standing,
  votes: standing === 'member',
  roles,
})

const members: [string, Actor][] = [
  ['a member', actor('member')],
  ['the facilitator', actor('member', ['facilitator'])],
  ['the minute taker', actor('member', ['minute_taker'])],
  ['the lead', actor('member', ['lead'])],
  ['the delegate', actor('member', ['delegate'])],
]
const guest = actor('guest')
const dissolved = actor('member', ['lead'], 'dissolved')

describe('reading', () => {
  test.each(members)('%s reads everything in the group', (_who, who) => {
    expect(mayReadDocument(who, { guestIds: [] })).toBe(true)
  })

  test('a guest reads what they were invited to', () => {
    expect(mayReadDocument(guest, { guestIds: ['me'] })).toBe(true)
    expect(mayReadDocument(guest, { guestIds: ['somebody else'] })).toBe(false)
  })

  test('what a dissolved group wrote stays readable', () => {
    expect(mayReadDocument(dissolved, { guestIds: [] })).toBe(true)
  })
})

describe.each(Object.entries({ mayCreateDocument, mayEditDocument, mayRename, mayFreeze }))('%s', (_name, may) => {
  test.each([
    ...members.map(([who, one]) => [who, one, true] as const),
    ['a guest', guest, false] as const,
    ['a guest who was once lead', actor('guest', ['lead']), false] as const,
    ['nobody in a dissolved group', dissolved, false] as const,
  ])('%s', (_who, who, expected) => {
    expect(may(who, { stage: 'draft', isTemplate: false })).toBe(expected)
  })
})

test.each([
  ['the lead', actor('member', ['lead']), true],
  ['the coordinator of the circle', actor('member', ['coordinator']), true],
  ['another member', actor('member', ['delegate']), false],
  ['a guest', guest, false],
  ['the lead of a dissolved group', dissolved, false],
])('%s may let a guest read along, or not', (_who, who, expected) => {
  expect(mayInviteGuest(who)).toBe(expected)
})
