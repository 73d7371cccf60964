import { expect, test } from 'vitest'
import type { Actor } from '#src/groups/actor.ts'
import type { Group, Role } from '#src/groups/schema.ts'
import { mayEndGroup, mayLeaveAlliance, mayPrepareEnd, mayReadHandovers, mayReadTitles } from '#src/handovers/policy.ts'

const named = (slug: string, kind: Group['kind']): Group => ({
  ...{ id: slug, slug, kind, state: 'active', legalForm: 'informal', prefix: slug.toUpperCase(), name: slug },
  createdAt: new Date(),
})

const as = (group: Group, ...roles: Role[]): Actor => ({
  person: { id: 'anna', name: 'Anna' },
  group,
  standing: 'member',
  votes: true,
  roles,
})

const guest = (actor: Actor): Actor => ({ ...actor, standing: 'guest', votes: false })
const [group, heir, circle] = [named('di', 'working_group'), named('bt', 'working_group'), named('kk', 'circle')]

const nobody = { inCircle: null, inGroup: null }
const coordinator = { inCircle: as(circle, 'coordinator'), inGroup: null }
const facilitator = { inCircle: as(circle, 'facilitator'), inGroup: null }
const lead = { inCircle: as(circle), inGroup: as(group, 'lead') }
const deputy = { inCircle: null, inGroup: as(group, 'deputy_lead') }
const member = { inCircle: null, inGroup: as(group) }
const visitor = { inCircle: null, inGroup: guest(as(group)) }
const guestLead = { inCircle: null, inGroup: guest(as(group, 'lead')) }
const guestCoordinator = { inCircle: guest(as(circle, 'coordinator')), inGroup: null }

test.each([
  ['the coordination of the circle', coordinator, [true, true, true]],
  ['who facilitates in the circle', facilitator, [false, false, false]],
  ['the lead of the group', lead, [false, true, true]],
  ['a deputy', deputy, [false, false, true]],
  ['a member', member, [false, false, true]],
  ['a guest of the group', visitor, [false, false, false]],
  ['a guest, whatever role is left', guestLead, [false, false, false]],
  ['a guest of the circle, whatever role is left', guestCoordinator, [false, false, false]],
  ['somebody else', nobody, [false, false, false]],
])('%s ends a group, prepares that and reads what was open: %s', (_who, both, expected) => {
  expect([mayEndGroup(both), mayPrepareEnd(both), mayReadTitles(both, null)]).toEqual(expected)
})

test('members of the heir read what they have taken over, its guests do not', () => {
  expect(mayReadTitles(nobody, as(heir))).toBe(true)
  expect(mayReadTitles(nobody, guest(as(heir)))).toBe(false)
})

test('who has left a group is for its members', () => {
  expect(mayReadHandovers(as(group))).toBe(true)
  expect(mayReadHandovers(guest(as(group)))).toBe(false)
})

test.each([
  ['everybody themselves', 'anna', null, true],
  ['the coordination somebody else', 'ben', as(circle, 'coordinator'), true],
  ['a member of the circle somebody else', 'ben', as(circle), false],
  ['somebody somebody else', 'ben', null, false],
])('%s sees off from the alliance: %s', (_who, personId, inCircle, expected) => {
  expect(mayLeaveAlliance(personId, { id: 'anna' }, inCircle)).toBe(expected)
})
