import { expect, test } from 'vitest'
import { countedBallot, type SeatBallot } from '#src/decisions/counting/ballot.ts'
import { list, pick, type Random, seeded } from './random.ts'

const closesAt = 12

const people: Pick<SeatBallot, 'by' | 'rank'>[] = [
  ...(['C1', 'C2'] as const).map((by) => ({ by, rank: 'principal' as const })),
  { by: 'D', rank: 'deputy' },
  { by: 'X', rank: 'proxy' },
  { by: 'M', rank: 'meeting' },
  { by: 'Z', rank: null },
]

const someBallot = (random: Random): SeatBallot => ({
  ...pick(random, people),
  receivedAt: pick(random, [8, 9, 10, 11, 11, 12, 13]),
  choice: pick(random, ['yes', 'yes', 'no', 'void', null]),
})

/** The same rule told as a story: hour by hour, a board on which everybody has one line. */
function toldByTheHour(ballots: SeatBallot[], isRecused: boolean) {
  const inOrder = [...ballots.entries()].sort(
    ([nth, one], [other, two]) => one.receivedAt - two.receivedAt || nth - other,
  )
  const board = new Map<string, { word: string | null; times: number }>()
  let last = ''
  let isLate = false
  for (const [, { by, rank, receivedAt, choice }] of inOrder) {
    if (receivedAt >= closesAt) {
      last = 'late'
      isLate = true
    } else if (rank === null) last = 'unauthorised'
    else if (isRecused) last = 'void_recused'
    else {
      last = 'taken'
      board.set(by, { word: choice, times: (board.get(by)?.times ?? 0) + 1 })
    }
  }
  const heard = (...names: string[]) => names.filter((name) => (board.get(name)?.word ?? null) !== null)
  const deciding = [heard('M'), heard('C1', 'C2'), heard('D'), heard('X')].find((names) => names.length > 0) ?? []
  const words = deciding.map((name) => board.get(name)?.word)
  if (words.length === 0 || words.some((word) => word !== words[0])) {
    const fallen = words.length > 0 ? 'contested' : 'retracted'
    return { counted: null, reason: last === '' ? 'not_cast' : last === 'taken' ? fallen : last }
  }
  if (words[0] === 'void') return { counted: null, reason: 'void' }
  const others = heard('M', 'C1', 'C2', 'D', 'X').length - deciding.length
  const [name = ''] = deciding
  const reasons: [boolean, string][] = [
    [deciding.length === 2, 'uniform'],
    [name === 'M' && others > 0, 'meeting_entry'],
    [(board.get(name)?.times ?? 0) > 1, 'latest'],
    [others > 0, 'principal_first'],
    [isLate, 'late_ignored'],
  ]
  return { counted: words[0], reason: reasons.find(([isTrue]) => isTrue)?.[1] ?? 'ok' }
}

test('an independent reader of ten thousand seats says the same of each', () => {
  const random = seeded(23)
  const reasons = new Set<string>()
  for (let turn = 0; turn < 10_000; turn++) {
    const ballots = list(random, 6, () => someBallot(random))
    const recused = random(12) === 0
    const verdict = countedBallot(ballots, { closesAt, recused })
    reasons.add(verdict.reason)
    const told = toldByTheHour(ballots, recused)
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
