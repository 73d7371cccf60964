import { expect, test } from 'vitest'
import { schema } from '#src/documents/content/codec.ts'
import { Deleted } from '#src/documents/editing/guard/deleted.ts'
import { grammarOf } from '#src/documents/editing/guard/grammar.ts'
import { Place } from '#src/documents/editing/guard/place.ts'
import { Runs } from '#src/documents/editing/guard/runs.ts'

const client = 5
const range = (clock: number, length = 1) => ({ client, clock, length })

test('deletions that come together are the same as one after the other', () => {
  const [together, apart] = [new Deleted(), new Deleted()]
  const random = (below: number, seed: number) => ((seed * 7_919) % 104_729) % below
  for (let round = 1; round < 40; round++) {
    const ranges = Array.from({ length: round }, (_, at) => range(random(900, round * 50 + at), 1 + random(4, at)))
    together.addAll(ranges)
    for (const one of ranges) apart.add(one)
    for (let clock = 0; clock < 910; clock++) expect(together.has(range(clock))).toBe(apart.has(range(clock)))
  }
})

test('every other letter deleted from the last to the first takes a moment, not minutes', { timeout: 10_000 }, () => {
  const deleted = new Deleted()
  deleted.addAll(Array.from({ length: 250_000 }, (_, at) => range((250_000 - at) * 4)))
  deleted.addAll(Array.from({ length: 250_000 }, (_, at) => range(at * 4 + 2)))
  expect([deleted.has(range(8)), deleted.has(range(10)), deleted.has(range(9))]).toEqual([true, true, false])
})

test('to take back what was refused does not go through everything that was ever made', { timeout: 10_000 }, () => {
  const [runs, place] = [new Runs(), new Place('body', 0)]
  for (let made = 0; made < 200_000; made++) runs.add(1, place, place)
  for (let refused = 0; refused < 20_000; refused++) {
    runs.add(1, place, place)
    runs.cutAt(200_000)
  }
  expect([runs.end, runs.madeAt(199_999), runs.madeAt(200_000)]).toEqual([200_000, place, undefined])
})

test('a name that no element has leaves nothing behind', () => {
  const { body } = grammarOf(schema)
  const heading = new Place('element', 1, body.children.get('heading'))
  expect(heading.attributeCalled('level')).toBe(heading.attributeCalled('level'))
  expect(heading.attributeCalled('x'.repeat(9))).not.toBe(heading.attributeCalled('x'.repeat(9)))
})
