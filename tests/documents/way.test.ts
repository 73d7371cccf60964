import { expect, test } from 'vitest'
import { stationOf } from '#src/documents/way.ts'

const draft = { hasVersion: false, isBeingDecided: false, isDecided: false, isAnswered: null }
const frozen = { ...draft, hasVersion: true }

test.each([
  ['a draft', draft, 1],
  ['a frozen version', frozen, 2],
  ['a version in a round', { ...frozen, isBeingDecided: true }, 3],
  ['a decided version', { ...frozen, isDecided: true }, 3],
  [
    'what lies with the circle, even while the group decides again',
    { ...frozen, isBeingDecided: true, isAnswered: false },
    4,
  ],
  ['what the circle has answered', { ...frozen, isDecided: true, isAnswered: true }, 5],
  ['what is being decided anew after an answer', { ...frozen, isBeingDecided: true, isAnswered: true }, 3],
])('%s stands where it is', (_what, known, station) => {
  expect(stationOf(known)).toBe(station)
})
