import { expect, test } from 'vitest'
import type { Actor } from '#src/groups/actor.ts'
import type { Group, Role } from '#src/groups/schema.ts'
import {
  mayAnswerReasons,
  mayAnswerReferral,
  mayEndOwnReferral,
  mayForward,
  mayNoteVoices,
  mayReadChanges,
  mayReadReferral,
  mayReadReferrals,
  mayReferDecision,
  mayReserve,
} from '#src/referrals/policy.ts'

const group = (id: string, kind: Group['kind'], state: Group['state'] = 'active'): Group => ({
  ...{ id, kind, state, legalForm: 'informal', slug: id, prefix: id.toUpperCase(), name: id, createdAt: new Date() },
})
const en = group('en', 'working_group')
const lw = group('lw', 'working_group')
const kk = group('kk', 'circle')

const as = (where: Group, ...roles: Role[]): Actor => ({
  person: { id: 'p', name: 'P' },
  group: where,
  standing: 'member',
  votes: true,
  roles,
})
const guest = (where: Group): Actor => ({ ...as(where), standing: 'guest', votes: false })

const referral = { fromId: 'en', toId: 'kk' }

test.each([
  ['a member of the group', as(en), true],
  ['a member of the circle', as(kk), true],
  ['a member of another group', as(lw), false],
  ['a guest of the group', guest(en), false],
  ['a guest of the circle', guest(kk), false],
])('%s reads a referral: %s', (_who, actor, expected) => {
  expect(mayReadReferral(actor, referral)).toBe(expected)
})

test.each([
  ['a member', as(en), true],
  ['a guest', guest(en), false],
])('%s sees what was sent: %s', (_who, actor, expected) => {
  expect(mayReadReferrals(actor)).toBe(expected)
})

test.each([
  ['the lead', as(en, 'lead'), true],
  ['the delegate', as(en, 'delegate'), true],
  ['the minute taker', as(en, 'minute_taker'), false],
  ['the facilitator', as(en, 'facilitator'), false],
  ['a member', as(en), false],
  ['a guest with a stale role', { ...guest(en), roles: ['lead' as const] }, false],
  ['the coordinator of the circle', as(kk, 'coordinator'), false],
  ['a lead in the circle', as(kk, 'lead'), false],
  ['the lead of a dormant group', as(group('en', 'working_group', 'dormant'), 'lead'), true],
  ['the lead of a dissolved group', as(group('en', 'working_group', 'dissolved'), 'lead'), false],
])('%s hands a matter to the circle: %s', (_who, actor, expected) => {
  expect(mayForward(actor)).toBe(expected)
  expect(mayReferDecision(actor, { groupId: 'en', standing: 'in_force' })).toBe(expected)
})

test.each([
  ['an adopted decision of the own group', { groupId: 'en', standing: 'in_force' as const }, true],
  ['a rejected one', { groupId: 'en', standing: 'rejected' as const }, false],
  ['one of another group', { groupId: 'lw', standing: 'in_force' as const }, false],
  ['one that was annulled', { groupId: 'en', standing: 'annulled' as const }, false],
])('the lead refers %s: %s', (_what, decision, expected) => {
  expect(mayReferDecision(as(en, 'lead'), decision)).toBe(expected)
})

test.each([
  ['the coordinator', as(kk, 'coordinator'), true],
  ['the facilitator of the circle', as(kk, 'facilitator'), true],
  ['the minute taker of the circle', as(kk, 'minute_taker'), false],
  ['a member of the circle', as(kk), false],
  ['the lead of the group', as(en, 'lead'), false],
  ['a facilitator of the group', as(en, 'facilitator'), false],
])('%s answers for the circle: %s', (_who, actor, expected) => {
  expect(mayAnswerReferral(actor, referral)).toBe(expected)
})

const between = { fromId: 'en', toId: 'lw' }

test.each([
  ['the lead of the other group', as(lw, 'lead'), true],
  ['its facilitator', as(lw, 'facilitator'), true],
  ['its delegate', as(lw, 'delegate'), false],
  ['a member there', as(lw), false],
  ['the lead of a dissolved group', as(group('lw', 'working_group', 'dissolved'), 'lead'), false],
  ['the coordinator of the circle', as(kk, 'coordinator'), false],
  ['the lead of the group that asks', as(en, 'lead'), false],
])('%s answers what another group has asked: %s', (_who, actor, expected) => {
  expect(mayAnswerReferral(actor, between)).toBe(expected)
})

test.each([
  ['the circle', as(kk), false],
  ['the other group', as(lw), true],
  ['the group that asks', as(en), true],
  ['a guest there', guest(lw), false],
])('between two groups %s reads it: %s', (_who, actor, expected) => {
  expect(mayReadReferral(actor, between)).toBe(expected)
})

test.each([
  ['the lead', as(en, 'lead'), true, true],
  ['the delegate', as(en, 'delegate'), true, true],
  ['a member', as(en), false, true],
  ['a guest', guest(en), false, false],
  ['the lead of the group that got it', as(lw, 'lead'), false, false],
  ['the coordinator of the circle', as(kk, 'coordinator'), false, false],
  ['the lead of a dissolved group', as(group('en', 'working_group', 'dissolved'), 'lead'), false, false],
])('%s ends what was sent: %s, answers its reasons: %s', (_who, actor, ends, answers) => {
  expect(mayEndOwnReferral(actor, between)).toBe(ends)
  expect(mayAnswerReasons(actor, between)).toBe(answers)
})

const changed = { ...referral, answer: { kind: 'adopted_with_changes' } }
const open = { ...referral, answer: null }

test.each([
  ['the lead', as(en, 'lead'), true, true, false],
  ['the delegate', as(en, 'delegate'), true, true, false],
  ['a member', as(en), false, true, false],
  ['a guest', guest(en), false, false, false],
  ['the coordinator of the circle', as(kk, 'coordinator'), false, true, true],
  ['a member of the circle', as(kk), false, true, false],
  ['the lead of another group', as(lw, 'lead'), false, false, false],
])(
  'after an adoption with changes %s reserves: %s, reads the changes: %s, notes voices: %s',
  (_who, actor, reserves, reads, notes) => {
    expect(mayReserve(actor, changed)).toBe(reserves)
    expect(mayReadChanges(actor, changed)).toBe(reads)
    expect(mayNoteVoices(actor, changed)).toBe(notes)
  },
)

test('nobody reserves against anything else, and what is still written is for those who answer', () => {
  for (const kind of ['adopted', 'rejected', 'returned', 'noted', 'withdrawn', 'superseded'])
    expect(mayReserve(as(en, 'lead'), { ...referral, answer: { kind } })).toBe(false)
  expect(mayReserve(as(en, 'lead'), open)).toBe(false)
  expect(mayReadChanges(as(en, 'lead'), open)).toBe(false)
  expect(mayReadChanges(as(kk), open)).toBe(true)
  expect(mayNoteVoices(as(kk, 'coordinator'), { ...referral, answer: { kind: 'returned' } })).toBe(false)
})
