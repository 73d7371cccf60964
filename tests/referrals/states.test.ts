import { expect, test } from 'vitest'
import type { ReferralEntry } from '#src/referrals/entries.ts'
import { isEnd, mayFollow, type ReferralState, stateOf } from '#src/referrals/states.ts'
import { stateTexts } from '#views/kit/states.ts'

const at = (hour: number) => new Date(Date.UTC(2026, 9, 5, hour))
const taken = (hour: number, isBeingDecided = false) =>
  ({ at: at(hour), isBeingDecided }) as ReferralEntry['takenUp'] & object
const putOff = (hour: number) => ({ createdAt: at(hour) }) as ReferralEntry['deferrals'][number]
const planned = { label: 'KK-07', href: null, startsAt: at(20) }
const nothing = { answer: null, takenUp: null, deferrals: [], planned: null }

test.each<[string, Partial<Parameters<typeof stateOf>[0]>, ReferralState]>([
  ['nothing has happened', {}, 'forwarded'],
  ['it was taken up', { takenUp: taken(9) }, 'taken_up'],
  ['it is on an agenda', { planned }, 'scheduled'],
  ['it is on an agenda and taken up', { planned, takenUp: taken(9) }, 'scheduled'],
  ['it is on an agenda while a round runs', { planned, takenUp: taken(9, true) }, 'taken_up'],
  ['it was put off', { deferrals: [putOff(9)] }, 'deferred'],
  ['it was put off and put on another agenda', { deferrals: [putOff(9)], planned }, 'scheduled'],
  ['it was put off and taken up after that', { deferrals: [putOff(9)], takenUp: taken(10) }, 'taken_up'],
  ['it was taken up and put off after that', { deferrals: [putOff(10)], takenUp: taken(9) }, 'deferred'],
  ['it was put off and a round runs again', { deferrals: [putOff(10)], takenUp: taken(9, true) }, 'taken_up'],
  ['it has an answer, whatever was before', { answer: { kind: 'noted' }, planned, deferrals: [putOff(9)] }, 'noted'],
])('%s', (_what, known, state) => {
  expect(stateOf({ ...nothing, ...known })).toBe(state)
})

const ends = ['adopted', 'adopted_with_changes', 'rejected', 'returned', 'noted', 'withdrawn', 'superseded'] as const

test('an answer is the end, and nothing follows on it', () => {
  for (const end of ends) {
    expect(isEnd(end)).toBe(true)
    for (const next of ['forwarded', 'taken_up', 'scheduled', 'deferred', ...ends] as const)
      expect([end, next, mayFollow(end, next)]).toEqual([end, next, end === next])
  }
})

test('only what is being decided is adopted or rejected', () => {
  for (const decided of ['adopted', 'adopted_with_changes', 'rejected'] as const)
    for (const open of ['forwarded', 'scheduled', 'deferred'] as const) expect(mayFollow(open, decided)).toBe(false)
  expect(mayFollow('taken_up', 'adopted_with_changes')).toBe(true)
  expect(mayFollow('deferred', 'forwarded')).toBe(false)
})

test('states are called what the specification calls them', () => {
  expect(ends.slice(0, 5).map((end) => stateTexts.de[end as Exclude<typeof end, 'superseded'>].label)).toEqual([
    'Beschlossen',
    'Mit Änderungen beschlossen',
    'Abgelehnt',
    'Zurückgegeben',
    'Zur Kenntnis genommen',
  ])
})
