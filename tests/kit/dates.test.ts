import { expect, test } from 'vitest'
import type { Locale } from '#src/web/locale.ts'
import { ago, day, dayTime, fullDay, shortDay, time, weekday } from '#views/kit/dates.ts'
import { isOver, remaining, remainingLines, until } from '#views/kit/deadline.ts'

const now = new Date('2026-10-05T07:30:00Z')
const de: Locale = { lang: 'de', now }
const en: Locale = { lang: 'en', now }
const closing = new Date('2026-10-20T22:00:00Z')

test.each([
  [day(de, '2026-10-09'), '9.\u00A0Oktober'],
  [day(de, '2027-01-02'), '2.\u00A0Januar 2027'],
  [shortDay(de, '2026-10-15'), '15.\u00A0Okt.'],
  [weekday(de, '2026-10-09'), 'Fr, 9.\u00A0Oktober'],
  [fullDay(de, now), 'Montag, 5.\u00A0Oktober 2026'],
  [time(de, new Date('2026-10-05T17:00:00Z')), '19\u00A0Uhr'],
  [time(de, new Date('2026-10-05T07:05:00Z')), '9:05\u00A0Uhr'],
  [time(de, new Date('2026-10-05T22:00:00Z')), '0\u00A0Uhr'],
  [dayTime(de, new Date('2026-10-15T17:30:00Z')), 'Do, 15.\u00A0Oktober, 19:30\u00A0Uhr'],
  [weekday(en, '2026-10-09'), 'Fri, 9\u00A0October'],
  [ago(de, '2026-10-05'), 'heute'],
  [ago(de, '2026-10-04'), 'gestern'],
  [ago(de, '2026-10-03'), 'vor 2\u00A0Tagen'],
  [ago(de, '2026-09-08'), 'am 8.\u00A0September'],
  [ago(en, '2026-10-01'), '4\u00A0days ago'],
])('a date reads %s', (said, expected) => {
  expect(said).toBe(expected)
})

test('an instant is shown on the day that it has in Berlin', () => {
  expect(day(de, new Date('2026-10-05T22:30:00Z'))).toBe('6.\u00A0Oktober')
})

test('a round that closes at midnight ends on the day before', () => {
  expect(until(de, closing)).toBe('bis Di, 20.\u00A0Oktober')
  expect(remaining(de, closing)).toBe('noch 15\u00A0Tage')
})

test('a round that closes during the day says when', () => {
  expect(until(de, new Date('2026-10-20T16:00:00Z'))).toBe('bis Di, 20.\u00A0Oktober, 18\u00A0Uhr')
})

test.each([
  ['2026-10-09', { top: 'noch', main: '4\u00A0Tage', bottom: 'bis Fr, 9.\u00A0Oktober' }],
  ['2026-10-06', { top: 'noch', main: '1\u00A0Tag', bottom: 'bis morgen, 6.\u00A0Oktober' }],
  ['2026-10-05', { top: 'noch', main: 'heute', bottom: 'bis 24\u00A0Uhr' }],
  ['2026-09-28', { main: '7\u00A0Tage', bottom: 'überfällig' }],
])('the margin of %s says how long there is time', (when, lines) => {
  expect(remainingLines(de, when)).toEqual(lines)
})

test('what closes this instant is over, and the last day is not', () => {
  expect(isOver(de, now)).toBe(true)
  expect(isOver(de, '2026-10-05')).toBe(false)
})
