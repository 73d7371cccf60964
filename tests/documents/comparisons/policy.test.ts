import { describe, expect, test } from 'vitest'
import { mayFillRows } from '#src/documents/comparisons/policy.ts'
import { mayDiscard, mayLoadEdition, maySeeEditions, mayTakeOver } from '#src/documents/editions/policy.ts'
import { mayQuote, mayTendQuotations } from '#src/documents/quotations/policy.ts'
import type { Actor } from '#src/groups/actor.ts'
import { mayEditIdeas, maySeeIdeas } from '#src/groups/policy.ts'
import type { Role } from '#src/groups/schema.ts'

const personId = '00000000-0000-4000-8000-000000000001'

interface Who {
  standing?: Actor['standing']
  kind?: Actor['group']['kind']
  state?: Actor['group']['state']
  roles?: Role[]
}

const actor = ({ standing = 'member', kind = 'working_group', state = 'active', roles = [] }: Who = {}): Actor => ({
  person: { id: personId, name: 'Gerd Moosbach' },
  group: {
    ...{ id: personId, kind, state, slug: 'en', legalForm: 'informal', prefix: 'EN', name: 'AG Energie' },
    createdAt: new Date('2026-01-01'),
  },
  standing,
  votes: true,
  roles,
})

const draft = { stage: 'draft' as const, isTemplate: false }
const archived = { stage: 'archived' as const, isTemplate: false }

const cast: [string, Actor, writes: boolean, reads: boolean][] = [
  ['a member', actor(), true, true],
  ['a lead', actor({ roles: ['lead'] }), true, true],
  ['a delegate', actor({ roles: ['delegate'] }), true, true],
  ['a facilitator', actor({ roles: ['facilitator'] }), true, true],
  ['a minute taker', actor({ roles: ['minute_taker'] }), true, true],
  ['a guest', actor({ standing: 'guest' }), false, false],
  ['a member of a dissolved group', actor({ state: 'dissolved' }), false, true],
]

describe.each(cast)('%s', (_who, one, writes, reads) => {
  test(writes ? 'fills rows in, loads editions and takes them over' : 'changes no rows and no editions', () => {
    expect([
      mayFillRows(one, draft),
      mayLoadEdition(one, draft),
      mayTakeOver(one, draft),
      mayTendQuotations(one, draft),
    ]).toEqual(Array(4).fill(writes))
  })

  test(reads ? 'sees which editions there are' : 'sees only the rows', () => {
    expect(maySeeEditions(one)).toBe(reads)
  })

  test('discards no edition that a comparison counts on', () => {
    expect(mayDiscard(one, draft, { isUsed: true })).toBe(false)
    expect(mayDiscard(one, draft, { isUsed: false })).toBe(writes)
  })
})

test('in a text that was laid aside nobody changes rows or quotations', () => {
  const one = actor({ roles: ['lead'] })
  expect([mayFillRows(one, archived), mayTakeOver(one, archived), mayTendQuotations(one, archived)]).toEqual(
    Array(3).fill(false),
  )
})

test('a guest quotes from the papers that one was invited to and from no other', () => {
  const guest = actor({ standing: 'guest' })
  expect(mayQuote(guest, { guestIds: [personId] })).toBe(true)
  expect(mayQuote(guest, { guestIds: [] })).toBe(false)
})

test.each([
  ['a coordinator of the circle', actor({ kind: 'circle', roles: ['coordinator'] }), true],
  ['a facilitator of the circle', actor({ kind: 'circle', roles: ['facilitator'] }), false],
  ['a lead of a group', actor({ roles: ['lead'] }), false],
])('%s may change the guiding ideas: %s', (_who, one, expected) => {
  expect(mayEditIdeas(one)).toBe(expected)
  expect(maySeeIdeas(one)).toBe(true)
})
