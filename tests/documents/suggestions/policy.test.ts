import { describe, expect, test } from 'vitest'
import {
  mayChangeSuggestion,
  mayDecideSuggestion,
  mayDecideSuggestions,
  maySuggest,
  mayWithdraw,
  suggestionAbilities,
} from '#src/documents/suggestions/policy.ts'
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

const paper = { stage: 'draft', isTemplate: false, commentingIds: [] as string[] } as const
const open = { authorId: 'somebody', state: 'open' } as const
const own = { authorId: 'me', state: 'open' } as const

describe.each(['facilitator', 'minute_taker', 'lead', 'delegate', undefined] as const)('a member (%s)', (role) => {
  const who = actor('member', role ? [role] : [])

  test('suggests, and decides on what anybody suggests, themselves included', () => {
    expect([maySuggest(who, paper), mayDecideSuggestions(who, paper)]).toEqual([true, true])
    expect(suggestionAbilities(who, paper, open)).toEqual({
      accept: true,
      reject: true,
      withdraw: false,
      comment: true,
    })
    expect(suggestionAbilities(who, paper, own)).toEqual({ accept: true, reject: true, withdraw: true, comment: true })
  })

  test('changes nothing about what was decided', () => {
    for (const state of ['accepted', 'rejected', 'withdrawn'] as const) {
      const settled = { authorId: 'me', state }
      expect([mayDecideSuggestion(who, paper, settled), mayWithdraw(who, paper, settled)]).toEqual([false, false])
    }
  })

  test('never touches the suggestion of somebody else', () => {
    expect([mayChangeSuggestion(who, paper, open), mayWithdraw(who, paper, open)]).toEqual([false, false])
  })
})

test('a guest who may comment suggests and takes back, and decides nothing', () => {
  const guest = actor('guest')
  const invited = { ...paper, commentingIds: ['me'] }
  expect(suggestionAbilities(guest, invited, own)).toEqual({
    accept: false,
    reject: false,
    withdraw: true,
    comment: true,
  })
  expect([maySuggest(guest, invited), maySuggest(guest, paper)]).toEqual([true, false])
  expect(mayWithdraw(guest, paper, own)).toBe(false)
})

test.each([
  ['in a dissolved group', actor('member', ['lead'], 'dissolved'), paper],
  ['about an archived text', actor('member', ['lead']), { ...paper, stage: 'archived' } as const],
])('%s nobody suggests or decides', (_where, who, of) => {
  expect([maySuggest(who, of), mayDecideSuggestions(who, of), mayWithdraw(who, of, own)]).toEqual([false, false, false])
})

test('what new texts begin with is changed by suggestions no sooner than by writing', () => {
  const template = { ...paper, isTemplate: true }
  expect([maySuggest(actor('member'), template), mayDecideSuggestions(actor('member'), template)]).toEqual([
    true,
    false,
  ])
  expect(mayDecideSuggestions(actor('member', ['lead']), template)).toBe(true)
})
