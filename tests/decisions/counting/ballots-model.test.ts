import { expect, test } from 'vitest'
import { countedBallot, type SeatBallot, weighed } from '#src/decisions/counting/ballot.ts'
import { toldByTheHour } from './by-the-hour.ts'
import { list, pick, type Random, seeded } from './random.ts'

const closesAt = 12

const people: Pick<SeatBallot, 'by' | 'rank'>[] = [
  ...(['C1', 'C2'] as const).map((by) => ({ by, rank: 'principal' as const })),
  { by: 'D', rank: 'deputy' },
  { by: 'X', rank: 'proxy' },
  ...(['M1', 'M2'] as const).map((by) => ({ by, rank: 'meeting' as const })),
  { by: 'MD', rank: 'meeting_deputy' },
  { by: 'MX', rank: 'meeting_proxy' },
  { by: 'Z', rank: null },
]

const someBallot = (random: Random): SeatBallot => ({
  ...pick(random, people),
  receivedAt: pick(random, [8, 9, 10, 11, 11, 12, 13]),
  choice: pick(random, ['yes', 'yes', 'no', 'void', null]),
})

test('an independent reader of ten thousand seats says the same of each', () => {
  const random = seeded(23)
  const reasons = new Set<string>()
  for (let turn = 0; turn < 10_000; turn++) {
    const ballots = list(random, 6, () => someBallot(random))
    const recused = random(12) === 0
    const verdict = countedBallot(ballots, { closesAt, recused })
    reasons.add(verdict.reason)
    const inOrder = [...ballots.entries()].sort(
      ([nth, one], [other, two]) => one.receivedAt - two.receivedAt || nth - other,
    )
    const told = toldByTheHour(
      inOrder.map(([, ballot]) => ballot),
      closesAt,
      recused,
    )
    if (JSON.stringify(verdict) !== JSON.stringify(told)) expect({ ballots, recused, verdict }).toEqual(told)
  }
  expect(reasons.size).toBe(13)
})

test('answers of different people may come in any order within the same hour', () => {
  const random = seeded(29)
  for (let turn = 0; turn < 5_000; turn++) {
    const ballots = people.map((person) => ({ ...someBallot(random), ...person, receivedAt: 9 }))
    const { counted } = countedBallot(ballots, { closesAt })
    expect(countedBallot(ballots.toReversed(), { closesAt }).counted).toBe(counted)
  }
})

test('of several who say the same, the line of whoever said it last is written down', () => {
  const words = ['C1', 'C2', 'C1'].map((by, at) => ({ by, rank: 'principal' as const, receivedAt: at, choice: 'yes' }))
  const { verdict, ballot, agreeing } = weighed(words, { closesAt })
  expect(verdict).toEqual({ counted: 'yes', reason: 'uniform' })
  expect(ballot).toBe(words[2])
  expect(agreeing.map(({ by }) => by)).toEqual(['C2', 'C1'])
})
