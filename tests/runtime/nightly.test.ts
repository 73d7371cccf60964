import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { everyMidnight, untilMidnight } from '#src/runtime/nightly.ts'

const hour = 60 * 60 * 1000

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test.each([
  ['2026-07-01T21:59:00Z', 61_000],
  ['2026-12-01T22:59:00Z', 61_000],
  ['2026-10-24T22:00:00Z', 25 * hour + 1000],
  ['2027-03-27T23:00:00Z', 23 * hour + 1000],
])('after %s the day ends in Europe/Berlin when its clocks say so', (now, milliseconds) => {
  expect(untilMidnight(new Date(now))).toBe(milliseconds)
})

test('it happens once a night, and not after its end', () => {
  vi.setSystemTime('2026-11-22T22:30:00Z')
  const done: string[] = []
  const end = everyMidnight(() => done.push(new Date().toISOString()))
  vi.advanceTimersByTime(49 * hour)
  expect(done).toEqual(['2026-11-22T23:00:01.000Z', '2026-11-23T23:00:01.000Z', '2026-11-24T23:00:01.000Z'])
  end()
  vi.advanceTimersByTime(48 * hour)
  expect(done).toHaveLength(3)
})
