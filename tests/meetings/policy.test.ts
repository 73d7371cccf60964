import { expect, test } from 'vitest'
import type { Actor } from '#src/groups/actor.ts'
import type { Group, Role } from '#src/groups/schema.ts'
import { mayDeclareConflict, mayRunMeeting } from '#src/meetings/attendance/policy.ts'
import {
  mayAnswerObjection,
  mayCirculate,
  mayDecideByLine,
  mayEnterRuling,
  mayHandOn,
  mayLiftLine,
  mayObject,
  mayPutRight,
  mayReadMinutes,
  maySignNote,
} from '#src/meetings/minutes/policy.ts'
import type { MeetingEntry } from '#src/meetings/model.ts'

const group = (kind: Group['kind'], state: Group['state'] = 'active'): Group => ({
  ...{ id: kind, slug: kind, kind, state, legalForm: 'informal', prefix: 'XX', name: kind, createdAt: new Date() },
})

const as = (id: string, of: Group, ...roles: Role[]): Actor => ({
  ...{ person: { id, name: id }, group: of, standing: 'member', votes: true, roles },
})

const [own, circle, ended] = [group('working_group'), group('circle'), group('working_group', 'dissolved')]
const guest = (actor: Actor): Actor => ({ ...actor, standing: 'guest', votes: false })

const meeting = { facilitatorId: 'leads', minuteTakerId: 'writes' } as MeetingEntry
const round = { id: 'round', minuteTakerId: 'writes', facilitatorId: 'leads' }
const facts = { state: 'contested', circulations: [round] } as unknown as Parameters<typeof mayPutRight>[1] &
  Parameters<typeof mayObject>[1]
const objection = {
  circulationId: 'round',
  raisedById: 'leads',
  views: [],
  ruling: null,
  state: 'open',
  isHanded: false,
} as const
const about = objection as unknown as Parameters<typeof mayAnswerObjection>[2] & Parameters<typeof mayHandOn>[2]
const everybody = new Set(['leads', 'writes'])

const ruling: [string, Actor, boolean[]][] = [
  ['a member', as('anna', own), [true, false, true, false, true, false, false, false]],
  ['a guest', guest(as('anna', own)), [false, false, false, false, false, false, false, false]],
  [
    'a guest, whatever role is left',
    guest(as('anna', own, 'lead')),
    [false, false, false, false, false, false, false, false],
  ],
  ['the lead', as('anna', own, 'lead'), [true, true, true, true, true, false, true, false]],
  ['who writes by role', as('anna', own, 'minute_taker'), [true, true, true, true, true, false, true, false]],
  ['who wrote this one', as('writes', own), [true, true, true, true, true, true, true, true]],
  ['who led this one and objects', as('leads', own), [true, true, true, true, true, false, true, true]],
  [
    'the coordination in a group',
    as('anna', own, 'coordinator'),
    [true, false, true, false, true, false, false, false],
  ],
  [
    'the coordination of the circle',
    as('anna', circle, 'coordinator'),
    [true, true, true, true, true, false, true, false],
  ],
  [
    'who wrote, in a group that has ended',
    as('writes', ended),
    [true, false, false, false, false, false, false, false],
  ],
  [
    'the lead of a group that has ended',
    as('anna', ended, 'lead'),
    [true, false, false, false, false, false, false, false],
  ],
]

test.each(ruling)(
  '%s reads, runs, makes something of a line, sends round, objects, answers, hands on, puts right',
  (_who, actor, expected) => {
    expect([
      mayReadMinutes(actor),
      mayRunMeeting(actor, meeting),
      mayLiftLine(actor),
      mayCirculate(actor, meeting),
      mayObject(actor, facts),
      mayAnswerObjection(actor, facts, about),
      mayHandOn(actor, meeting, about),
      mayPutRight(actor, facts, everybody),
    ]).toEqual(expected)
  },
)

test('an objection waits until the minutes go round, and is answered once by each who signs', () => {
  const writes = as('writes', own)
  for (const state of ['none', 'draft', 'approved'] as const) expect(mayObject(writes, { state })).toBe(false)
  const said = { ...about, views: [{ personId: 'writes' }] } as typeof about
  expect(mayAnswerObjection(writes, facts, said)).toBe(false)
  const ruled = { ...about, ruling: { accepts: true } } as unknown as typeof about
  expect(mayAnswerObjection(writes, facts, ruled)).toBe(false)
  expect(mayAnswerObjection(writes, facts, { ...about, circulationId: 'another' })).toBe(false)
  expect(mayHandOn(writes, meeting, { ...about, isHanded: true })).toBe(false)
  expect(mayHandOn(writes, meeting, { ...about, state: 'upheld' })).toBe(false)
})

test('a ruling is entered by who runs the later meeting, while there is one', () => {
  const later = { ...meeting, minuteTakerId: 'anna' }
  expect(mayEnterRuling(as('anna', own), null)).toBe(false)
  expect(mayEnterRuling(as('anna', own), later)).toBe(true)
  expect(mayEnterRuling(as('ben', own), later)).toBe(false)
})

test('approved minutes are put right by the two, and by who runs meetings once one of them has left', () => {
  const lead = as('anna', own, 'lead')
  expect(mayPutRight(lead, facts, everybody)).toBe(false)
  expect(mayPutRight(lead, facts, new Set(['leads']))).toBe(true)
  expect(mayPutRight(as('ben', own), facts, new Set(['leads']))).toBe(false)
  const note = { firstPersonId: 'writes', signedAt: null, discardedAt: null }
  expect([maySignNote(as('writes', own), note), maySignNote(as('leads', own), note)]).toEqual([false, true])
  expect(maySignNote(as('leads', own), { ...note, discardedAt: new Date() })).toBe(false)
})

test('what answers a referral is decided by who answers those, or runs the meeting; conflicts are everybody’s own', () => {
  const onReferral = { referralId: 'some' }
  expect(mayDecideByLine(as('anna', circle), meeting, onReferral)).toBe(false)
  expect(mayDecideByLine(as('anna', circle), meeting, { referralId: null })).toBe(true)
  expect(mayDecideByLine(as('anna', circle, 'coordinator'), meeting, onReferral)).toBe(true)
  expect(mayDecideByLine(as('writes', circle), meeting, onReferral)).toBe(true)
  expect(mayDeclareConflict(as('anna', own), meeting, 'anna')).toBe(true)
  expect(mayDeclareConflict(as('anna', own), meeting, 'ben')).toBe(false)
  expect(mayDeclareConflict(as('writes', own), meeting, 'ben')).toBe(true)
  expect(mayDeclareConflict(as('anna', ended), meeting, 'anna')).toBe(false)
})
