import { describe, expect, test } from 'vitest'
import { earliestEnd, endOf, periodProblem, startOf } from '#src/decisions/rounds/period.ts'
import { initialRules } from '#src/groups/rules.ts'
import { daysAfter, instantOn } from '#src/web/days.ts'

const hour = 3_600_000

describe('the end of a round', () => {
  test.each([
    ['a day is included to its end', { closesOn: '2026-10-20' }, '2026-10-20T22:00:00.000Z'],
    ['in winter as well', { closesOn: '2026-12-01' }, '2026-12-01T23:00:00.000Z'],
    ['a time of day is that of Berlin', { closesOn: '2026-10-20', closesTime: '18:30' }, '2026-10-20T16:30:00.000Z'],
    [
      'of a time that exists twice the later one counts',
      { closesOn: '2026-10-25', closesTime: '02:30' },
      '2026-10-25T01:30:00.000Z',
    ],
    [
      'a time that does not exist in spring moves forward to 03:30',
      { closesOn: '2027-03-28', closesTime: '02:30' },
      '2027-03-28T01:30:00.000Z',
    ],
    ['the day of the change in autumn ends with its 25th hour', { closesOn: '2026-10-25' }, '2026-10-25T23:00:00.000Z'],
    ['the last day of a year', { closesOn: '2026-12-31' }, '2026-12-31T23:00:00.000Z'],
  ])('%s', (_what, deadline, instant) => {
    expect(endOf(deadline).toISOString()).toBe(instant)
  })

  test('three minutes after midnight is three minutes too late for "including the 20th"', () => {
    const end = endOf({ closesOn: '2026-10-20' })
    expect(end.getTime()).toBe(instantOn('2026-10-21', '00:00').getTime())
    expect(instantOn('2026-10-20', '23:59') < end).toBe(true)
    expect(instantOn('2026-10-21', '00:03') >= end).toBe(true)
  })
})

describe('a week', () => {
  test('from 22 to 28 October has 169 hours, and is a week for the minimum period', () => {
    const begin = startOf({ startsOn: '2026-10-22' }) ?? new Date(0)
    const end = endOf({ closesOn: '2026-10-28' })
    expect((end.getTime() - begin.getTime()) / hour).toBe(169)
    expect(earliestEnd(begin, initialRules, false)).toEqual(end)
  })

  test('in spring has 167 hours', () => {
    const begin = instantOn('2027-03-25', '00:00')
    expect((daysAfter(begin, 7).getTime() - begin.getTime()) / hour).toBe(167)
    expect(periodProblem({ ...planned, startsOn: '2027-03-25', closesOn: '2027-03-31' }, initialRules, now)).toBeNull()
  })
})

const now = instantOn('2026-10-05', '09:00')
const planned = { way: 'circular-rules' as const, closesOn: '2026-10-28' }
const problem = (period: Partial<Parameters<typeof periodProblem>[0]>) =>
  periodProblem({ ...planned, ...period }, initialRules, now)

describe('a circular', () => {
  test.each([
    ['announced for a week from its start', { startsOn: '2026-10-22' }, null],
    ['announced for a day less', { startsOn: '2026-10-22', closesOn: '2026-10-27' }, ['closesOn', 'too_short']],
    ['begun at 9 on the 5th cannot end with the 11th', { closesOn: '2026-10-11' }, ['closesOn', 'too_short']],
    ['but at 9 on the 12th', { closesOn: '2026-10-12', closesTime: '09:00' }, null],
    ['not at 8:59', { closesOn: '2026-10-12', closesTime: '08:59' }, ['closesOn', 'too_short']],
    ['for 48 hours with a reason', { closesOn: '2026-10-07', closesTime: '09:00', urgency: 'Frist' }, null],
    [
      'for less than 48 hours with whatever reason',
      { closesOn: '2026-10-07', closesTime: '08:59', urgency: 'Frist' },
      ['closesOn', 'too_short_urgent'],
    ],
    [
      'in which silence is consent knows no hurry',
      { way: 'circular-silent' as const, closesOn: '2026-10-07', urgency: 'Frist' },
      ['urgency', 'not_with_silence'],
    ],
    [
      'in which silence is consent leaves room for two reminders',
      { way: 'circular-silent' as const, closesOn: '2026-10-07', closesTime: '10:00' },
      ['closesOn', 'too_short'],
    ],
    ['that would end before it begins', { startsOn: '2026-10-30' }, ['closesOn', 'before_start']],
    ['that would have begun yesterday', { startsOn: '2026-10-04' }, ['startsOn', 'over']],
    [
      'is not announced for the year after next',
      { startsOn: '2028-01-10', closesOn: '2028-01-20' },
      ['closesOn', 'too_far'],
    ],
  ])('%s', (_what, period, found) => {
    expect(problem(period)).toEqual(found)
  })
})

test.each([
  ['may end today', { closesOn: '2026-10-05' }, null],
  ['may end in an hour', { closesOn: '2026-10-05', closesTime: '10:00' }, null],
  ['does not end an hour ago', { closesOn: '2026-10-05', closesTime: '08:00' }, ['closesOn', 'over']],
  ['does not end yesterday', { closesOn: '2026-10-04' }, ['closesOn', 'over']],
  ['does not take longer than a year', { closesOn: '2027-10-08' }, ['closesOn', 'too_far']],
])('a round online %s', (_what, period, found) => {
  expect(problem({ way: 'online', ...period })).toEqual(found)
})
