import { describe, expect, test } from 'vitest'
import { mayBeginThread, mayChangeRemark, mayReopen, mayReply, mayResolve } from '#src/documents/comments/policy.ts'
import type { Paper } from '#src/documents/model.ts'
import { mayComment } from '#src/documents/policy.ts'
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

const paper = { commentingIds: [] as string[], stage: 'draft' as const }
const invited = { ...paper, commentingIds: ['me'] }
const roles: Role[] = ['lead', 'delegate', 'facilitator', 'minute_taker', 'coordinator']

const open = { createdById: 'somebody', resolvedAt: null }
const resolved = { ...open, resolvedAt: new Date() }

describe('commenting', () => {
  test.each<[string, Actor, Pick<Paper, 'commentingIds' | 'stage'>, boolean]>([
    ['a member', actor('member'), paper, true],
    ...roles.map((role): [string, Actor, typeof paper, boolean] => [`a ${role}`, actor('member', [role]), paper, true]),
    ['a guest who only reads', actor('guest'), paper, false],
    ['a guest who was invited to comment', actor('guest'), invited, true],
    ['nobody in a dissolved group', actor('member', ['lead'], 'dissolved'), paper, false],
    ['nobody where the text is archived', actor('member'), { ...paper, stage: 'archived' as const }, false],
  ])('%s', (_who, who, where, may) => {
    expect(mayComment(who, where)).toBe(may)
    expect(mayBeginThread(who, where)).toBe(may)
    expect(mayReply(who, where, open)).toBe(may)
    expect(mayResolve(who, where, { ...open, createdById: 'me' })).toBe(may)
    expect(mayReopen(who, where, { ...resolved, createdById: 'me' })).toBe(may)
    expect(mayChangeRemark(who, where, { authorId: 'me', deletedAt: null })).toBe(may)
  })
})

test('a member looks after every conversation, a guest after those that they began', () => {
  expect(mayResolve(actor('member'), paper, open)).toBe(true)
  expect(mayReopen(actor('member'), paper, resolved)).toBe(true)
  expect(mayResolve(actor('guest'), invited, open)).toBe(false)
  expect(mayReopen(actor('guest'), invited, resolved)).toBe(false)
})

test('what is resolved is reopened before somebody replies', () => {
  expect(mayReply(actor('member'), paper, resolved)).toBe(false)
  expect(mayResolve(actor('member'), paper, resolved)).toBe(false)
  expect(mayReopen(actor('member'), paper, open)).toBe(false)
})

test.each(roles)('nobody changes the words of somebody else, not as %s either', (role) => {
  expect(mayChangeRemark(actor('member', [role]), paper, { authorId: 'somebody', deletedAt: null })).toBe(false)
})

test('what was deleted is not changed any more', () => {
  expect(mayChangeRemark(actor('member'), paper, { authorId: 'me', deletedAt: new Date() })).toBe(false)
})
