import { expect, test, vi } from 'vitest'
import { RecentRevocations } from '#src/runtime/co-editing/revoked.ts'

const seat = { documentId: 'd', groupId: 'g', personId: 'p', personName: 'P', sessionId: 's', access: 'write' } as const

test('a right that ends while a text takes long to be read does not open a socket afterwards', () => {
  vi.useFakeTimers()
  const recent = new RecentRevocations()
  const judged = performance.now()
  vi.advanceTimersByTime(500)
  recent.add({ personId: 'p', groupId: 'g', final: true })
  vi.advanceTimersByTime(10_000)
  expect(recent.concern(seat, judged)).toBe(true)
  expect(recent.concern({ ...seat, personId: 'other' }, judged)).toBe(false)
  // Judged after that: what is right now is known already.
  expect(recent.concern(seat, performance.now())).toBe(false)
  vi.useRealTimers()
})
