import { describe, expect, test } from 'vitest'
import { isStopped } from '#src/decisions/counting/circular.ts'
import { resultOf } from '#src/decisions/counting/result.ts'
import { initialRules, type Rules } from '#src/groups/rules.ts'
import { boxOf, fillUp, noFacts, optionsOf, roundWith, type SeatStory, several } from './boxes.ts'

const none: Rules['quorum'] = { kind: 'none' }

const yes = (count: number) => several(count, { said: 'yes' })
const no = (count: number) => several(count, { said: 'no' })

describe('by circular resolution', () => {
  const circular = (preset: 'statutory' | 'rules' | 'silent', method: 'majority' | 'consent' = 'majority') =>
    roundWith({ quorum: none }, { channel: 'circular', preset, method })

  test('a procedure objection comes before everything else, and the flags are said all the same', () => {
    const facts = { ...noFacts, procedureObjections: 1 }
    expect(resultOf(boxOf(yes(2)), circular('statutory'), facts)).toMatchObject({
      ...{ outcome: 'to_meeting', reason: 'procedure_objection', flags: ['few_votes'], chosenId: null },
      tally: { yes: 2, procedure_objections: 1 },
    })
  })

  test('nothing is stopped by as few as none', () => {
    const { circular: limits } = initialRules
    expect(isStopped(0, { ...limits, procedureObjectionsToStop: 0 })).toBe(false)
    expect(isStopped(1, { ...limits, procedureObjectionsToStop: 2 })).toBe(false)
    expect(isStopped(2, { ...limits, procedureObjectionsToStop: 2 })).toBe(true)
  })

  test('outside of one, nobody can ask for a meeting that way', () => {
    expect(resultOf(boxOf(yes(3)), roundWith({ quorum: none }), { ...noFacts, procedureObjections: 3 }).outcome).toBe(
      'adopted',
    )
  })

  test('what many are worried about is said by statute too', () => {
    const worried = boxOf([{ said: 'consent' }, { said: 'concern' }, { said: 'concern' }])
    expect(resultOf(worried, circular('statutory', 'consent'), noFacts)).toMatchObject({
      ...{ outcome: 'adopted', flags: ['many_concerns'] },
    })
  })

  test('statute and silence ask for no quorum, base or threshold', () => {
    const strict: Partial<Rules> = {
      ...{ quorum: { kind: 'absolute', count: 5 }, majorityBase: 'roll' },
      threshold: { comparison: 'at_least', numerator: 1, denominator: 1 },
    }
    const asked = (preset: 'statutory' | 'silent', seats: SeatStory[]) =>
      resultOf(boxOf(seats), roundWith(strict, { channel: 'circular', preset }), noFacts).outcome
    expect(asked('statutory', yes(3))).toBe('adopted')
    expect(asked('silent', fillUp(9, yes(1)))).toBe('adopted')
  })

  test('few votes and many abstentions are said by the group’s own rules and by statute, not in silence', () => {
    const seats = boxOf([{ said: 'yes' }, { said: 'abstain' }])
    const flags = (['rules', 'statutory', 'silent'] as const).map(
      (preset) => resultOf(seats, circular(preset), noFacts).flags,
    )
    const both = ['few_votes', 'many_abstentions']
    expect(flags).toEqual([both, both, []])
  })

  test('in silence a no is an objection, and an abstention is an answer', () => {
    const rules = { circular: { ...initialRules.circular, minActive: 2 } }
    const round = { ...circular('silent'), rules: { ...initialRules, ...rules } }
    const quiet = boxOf(fillUp(8, [{ said: 'abstain' }, { said: 'yes' }]))
    expect(resultOf(quiet, round, noFacts)).toMatchObject({ outcome: 'adopted', flags: [] })
    expect(resultOf(boxOf(no(1)), round, noFacts)).toMatchObject({ outcome: 'to_meeting', reason: 'objection' })
  })

  test('by statute everybody has to agree, with consent as well, and nobody at all is not everybody', () => {
    const agreed = boxOf([{ said: 'consent' }, { said: 'concern' }])
    expect(resultOf(agreed, circular('statutory', 'consent'), noFacts).reason).toBe('unanimous')
    expect(resultOf(boxOf([]), circular('statutory'), noFacts).reason).toBe('unanimity_missed')
  })

  test('much resistance is no talk to be had first where nothing was adopted', () => {
    const seats = boxOf([{ said: [8, 10] }])
    const round = roundWith({ quorum: none }, { method: 'systemic_consensing', channel: 'circular', preset: 'rules' })
    const facts = { ...noFacts, options: optionsOf(1) }
    expect(resultOf(seats, round, facts).flags).toEqual(['talk_first'])
    expect(resultOf(seats, round, { ...facts, procedureObjections: 1 }).flags).toEqual([])
  })
})
