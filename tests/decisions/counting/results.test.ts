import { describe, expect, test } from 'vitest'
import { tenthsOfPercent } from '#src/decisions/counting/exact.ts'
import { recused, resultOf } from '#src/decisions/counting/result.ts'
import type { HandCount } from '#src/decisions/rounds/schema.ts'
import type { Rules } from '#src/groups/rules.ts'
import { boxOf, fillUp, noFacts, optionsOf, roundWith, type SeatStory, several } from './boxes.ts'

const none: Rules['quorum'] = { kind: 'none' }
const half: Rules['quorum'] = { kind: 'fraction', fraction: { comparison: 'at_least', numerator: 1, denominator: 2 } }

const yes = (count: number, kind: SeatStory['kind'] = 'person') => several(count, { said: 'yes', kind })
const no = (count: number, kind: SeatStory['kind'] = 'person') => several(count, { said: 'no', kind })

describe('the numbers of a result', () => {
  test('say of each option its sum, its acceptance and its highest resistance', () => {
    const said = [
      [2, 0, 6],
      [3, 9, 7],
      [1, 0, 5],
      [4, 10, 8],
      [2, 1, 6],
    ]
    const round = roundWith({ quorum: none }, { method: 'systemic_consensing' })
    const seats = fillUp(7, [...said.map((ratings) => ({ said: ratings })), { said: [1, null, 2] }])
    const { tally, chosenId } = resultOf(boxOf(seats), round, { ...noFacts, options: optionsOf(2) })
    expect(chosenId).toBe('option-0')
    expect(tally).toEqual({
      ...{ entitled: 7, answered: 6, left: 0, recused: 0, complete: 5, incomplete: 1 },
      ...{ sum_1: 12, acceptance_1: 760, highest_1: 4, high_1: 0 },
      ...{ sum_2: 20, acceptance_2: 600, highest_2: 10, high_2: 2 },
      ...{ sum_3: 32, acceptance_3: 360, highest_3: 8, high_3: 1 },
    })
  })

  test('name the options of a run-off, and none of them is chosen', () => {
    const round = roundWith({ quorum: none }, { method: 'systemic_consensing' })
    const said = [
      [5, 5, 7, 9],
      [1, 5, 7, 9],
      [4, 0, 7, 9],
    ]
    const { outcome, tally, chosenId } = resultOf(boxOf(said.map((ratings) => ({ said: ratings }))), round, {
      ...noFacts,
      options: optionsOf(3),
    })
    expect({ outcome, chosenId }).toEqual({ outcome: 'tie', chosenId: null })
    expect(tally).toMatchObject({ tied_1: 1, tied_2: 1 })
    expect(tally).not.toHaveProperty('tied_3')
  })

  test('ask for talk by the limit of the rules, and break a tie by eight whatever that limit is', () => {
    const asked = (alertFrom: number, said: number[][]) =>
      resultOf(
        boxOf(said.map((ratings) => ({ said: ratings }))),
        roundWith({ quorum: none, alertFrom }, { method: 'systemic_consensing' }),
        { ...noFacts, options: optionsOf(said[0]?.length === 2 ? 1 : 2) },
      )
    expect(asked(6, [[6, 9]]).flags).toEqual(['talk_first'])
    expect(asked(7, [[6, 9]]).flags).toEqual([])
    expect(asked(3, [[9, 5]])).toMatchObject({ outcome: 'status_quo_confirmed', flags: [] })
    const equal = [
      [8, 8, 9],
      [8, 4, 9],
      [0, 4, 9],
    ]
    expect(asked(10, equal)).toMatchObject({ reason: 'tie_break_high', chosenId: 'option-1', flags: [] })
  })

  test('of systemic consensing ask whether enough ballots are whole before anything else', () => {
    const quorum: Rules['quorum'] = { kind: 'absolute', count: 2 }
    const options = optionsOf(1)
    const round = roundWith({ quorum }, { method: 'systemic_consensing' })
    const said: SeatStory[] = [{ said: [0, 9] }, { said: [0, null] }]
    expect(resultOf(boxOf(said), round, { ...noFacts, options }).outcome).toBe('not_quorate')
    expect(resultOf(boxOf([...said, { said: [1, 9] }]), round, { ...noFacts, options }).outcome).toBe('adopted')
  })

  test('have no acceptance where nobody has rated everything, and leave all as it is', () => {
    const round = roundWith({ quorum: none }, { method: 'systemic_consensing' })
    const options = optionsOf(1)
    const result = resultOf(boxOf([{ said: [3, null] }]), round, { ...noFacts, options })
    expect(result).toMatchObject({ outcome: 'status_quo_confirmed', reason: 'passive_equal', chosenId: 'option-1' })
    expect(result.tally).toMatchObject({ sum_1: 0, highest_1: 0, high_1: 0 })
    expect(result.tally).not.toHaveProperty('acceptance_1')
  })

  test('keep organisations and individuals apart where seats vote', () => {
    const rules: Partial<Rules> = { electorate: 'seats', seatPolicy: 'dual', quorum: none }
    const seats = [...yes(3, 'organisation'), ...yes(1, 'group'), ...no(2, 'organisation'), ...yes(2), ...no(8)]
    expect(resultOf(boxOf(seats), roundWith(rules), noFacts)).toMatchObject({
      outcome: 'rejected',
      tally: { organisation_yes: 4, organisation_no: 2, person_yes: 2, person_no: 8 },
    })
  })

  test('are whole numbers, and percentages round half up', () => {
    expect([tenthsOfPercent(1, 3), tenthsOfPercent(2, 3), tenthsOfPercent(1, 16)]).toEqual([333, 667, 63])
    expect([tenthsOfPercent(1, 80), tenthsOfPercent(0, 5), tenthsOfPercent(5, 5)]).toEqual([13, 0, 1000])
    expect(tenthsOfPercent(0, 0)).toBeNull()
  })
})

describe('who takes part', () => {
  test('the quorum asks for seats, however much they weigh', () => {
    const rules: Partial<Rules> = {
      ...{ electorate: 'seats', seatPolicy: 'weighted', weights: { organisation: 9, person: 1 }, quorum: half },
    }
    const seats = fillUp(5, yes(2, 'organisation'))
    expect(resultOf(boxOf(seats), roundWith(rules), noFacts)).toMatchObject({ outcome: 'not_quorate' })
    const more = fillUp(5, yes(3, 'organisation'))
    expect(resultOf(boxOf(more), roundWith(rules), noFacts)).toMatchObject({ outcome: 'adopted', tally: { yes: 27 } })
  })

  test('few votes are few answers, however many seats those who answered share', () => {
    const asked = (pooledSeats: number, seats: SeatStory[]) =>
      resultOf(
        boxOf(seats),
        roundWith({ electorate: 'seats', seatPolicy: 'pooled', pooledSeats, quorum: none }),
        noFacts,
      )
    expect(asked(2, [...yes(1, 'organisation'), ...yes(5), ...no(5)]).flags).toEqual(['many_abstentions'])
    expect(asked(4, yes(1))).toMatchObject({ flags: ['few_votes'], tally: { yes: 4 } })
  })

  test('two sides that both have to carry it reject it where one of them says neither yes nor no', () => {
    const rules = { electorate: 'seats', seatPolicy: 'dual', quorum: none } as const
    for (const quiet of [[], several(2, { said: 'abstain' as const })]) {
      const seats = [...yes(4, 'organisation'), ...quiet]
      expect(resultOf(boxOf(seats), roundWith(rules), noFacts)).toMatchObject({
        ...{ outcome: 'rejected', reason: 'no_decisive_votes' },
      })
    }
  })

  test('individuals who advise count neither for the quorum nor for the roll', () => {
    const rules: Partial<Rules> = { electorate: 'seats', seatPolicy: 'org_only', quorum: half }
    const seats = [
      ...fillUp(4, yes(1, 'organisation')).map((seat) => ({ ...seat, kind: 'organisation' as const })),
      ...yes(9),
    ]
    expect(resultOf(boxOf(seats), roundWith(rules), noFacts)).toMatchObject({
      outcome: 'not_quorate',
      tally: { entitled: 4, answered: 1, yes: 1 },
    })
  })

  test('consent asks persons, whatever seats there are', () => {
    const rules: Partial<Rules> = { electorate: 'seats', seatPolicy: 'org_only', quorum: half }
    const round = roundWith(rules, { method: 'consent' })
    expect(resultOf(boxOf([{ said: 'consent' }, { said: 'objection' }]), round, noFacts).outcome).toBe('undecided')
  })

  test('a recused seat leaves both sides of the quorum, or stays on the roll where the rules say so', () => {
    const seats: SeatStory[] = [...fillUp(7, yes(4)), { isRecused: true, said: 'yes' }]
    const asked = (recusedInQuorum: Rules['recusedInQuorum']) => {
      const { rules } = roundWith({
        recusedInQuorum,
        quorum: { kind: 'fraction', fraction: { comparison: 'more_than', numerator: 1, denominator: 2 } },
      })
      return resultOf(boxOf(seats, rules), roundWith(rules), noFacts)
    }
    expect(asked('exclude')).toMatchObject({ outcome: 'adopted', tally: { entitled: 7, recused: 1, yes: 4 } })
    expect(asked('include')).toMatchObject({ outcome: 'not_quorate', tally: { entitled: 8, recused: 1, yes: 4 } })
  })

  test('a conflict of interest found later takes the answer out of the same box', () => {
    const box = boxOf([...yes(5), ...no(4)])
    const round = roundWith({ quorum: half })
    expect(resultOf(box, round, noFacts).outcome).toBe('adopted')
    const again = recused(box, round.rules, new Set(['seat-0']))
    expect(resultOf(again, round, noFacts)).toMatchObject({
      ...{ outcome: 'rejected', reason: 'tie', tally: { entitled: 8, recused: 1, yes: 4, no: 4 } },
    })
    expect(again.entitled).toBe(8)
    expect(again.seats[0]).toMatchObject({ isRecused: true, ballot: null, reason: 'void_recused' })
    expect(recused(again, round.rules, new Set(['seat-0']))).toEqual(again)
    expect(recused(box, { ...round.rules, recusedInQuorum: 'include' }, new Set(['seat-0'])).entitled).toBe(9)
  })
})

describe('a tie that the chair settles', () => {
  const chaired = { quorum: none, tieRule: 'chair' } as const

  test('is settled by whoever opened the round, also as one of several on a seat', () => {
    const box = boxOf([...yes(2), ...no(2)])
    const [first, ...others] = box.seats
    if (!first) throw new Error('No seat')
    const shared = { ...box, seats: [{ ...first, saidBy: ['somebody', 'chair'] }, ...others] }
    expect(resultOf(box, roundWith(chaired, { openedById: 'holder-of-seat-3' }), noFacts).outcome).toBe('rejected')
    expect(resultOf(shared, roundWith(chaired, { openedById: 'chair' }), noFacts)).toMatchObject({
      ...{ outcome: 'adopted', reason: 'tie_chair' },
    })
    expect(resultOf(box, roundWith(chaired, { openedById: 'absent' }), noFacts).reason).toBe('tie')
  })
})

describe('in a meeting', () => {
  const hands: HandCount = {
    ...{ roundId: 'round', enteredById: 'minutes', createdAt: new Date(0) },
    ...{ present: 9, yes: 3, no: 1, abstain: 0, void: 1 },
  }
  const meeting = (rules: Partial<Rules>) => roundWith({ quorum: half, ...rules }, { channel: 'meeting' })

  test('raised hands are numbers, and everybody present takes part', () => {
    const box = boxOf(fillUp(12, []))
    expect(resultOf(box, meeting({ quorumScope: 'attendance' }), { ...noFacts, hands })).toMatchObject({
      ...{ outcome: 'adopted', tally: { entitled: 12, answered: 4, present: 9, yes: 3, no: 1, void: 1 } },
    })
  })

  test('where the rules ask for participation, being there is not enough', () => {
    const box = boxOf(fillUp(12, []))
    const rules = { quorumScope: 'participation' } as const
    expect(resultOf(box, meeting(rules), { ...noFacts, hands }).outcome).toBe('not_quorate')
    const named = { ...noFacts, attending: new Set(['seat-4', 'seat-5', 'seat-6']) }
    const some = boxOf(fillUp(8, yes(3)))
    expect(resultOf(some, meeting(rules), named).outcome).toBe('not_quorate')
    expect(resultOf(some, meeting({ quorumScope: 'attendance' }), named).outcome).toBe('adopted')
  })

  test('an empty paper is taking part there, and nowhere else', () => {
    const box = boxOf(fillUp(8, [...yes(3), { said: 'void' }]))
    expect(resultOf(box, meeting({}), noFacts)).toMatchObject({ outcome: 'adopted', tally: { present: 4, yes: 3 } })
    expect(resultOf(box, roundWith({ quorum: half }), noFacts).outcome).toBe('not_quorate')
  })

  test('hands tell nothing of kinds of seats, so they do not decide where kinds matter', () => {
    const rules = { electorate: 'seats', seatPolicy: 'dual' } as const
    expect(resultOf(boxOf(fillUp(12, [])), meeting(rules), { ...noFacts, hands }).outcome).toBe('not_quorate')
  })
})
