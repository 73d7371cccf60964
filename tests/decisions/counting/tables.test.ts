import { describe, expect, test } from 'vitest'
import { countedBallot } from '#src/decisions/counting/ballot.ts'
import { countConsent, countSilentConsent } from '#src/decisions/counting/consent.ts'
import { type ChairVote, countMajority } from '#src/decisions/counting/majority.ts'
import { effectiveRoll } from '#src/decisions/counting/roll.ts'
import type { Rules } from '#src/groups/rules.ts'
import { cell, number, type Row, readBallots, readFraction, readQuorum, readTables, tables } from './tables.ts'

const expected = (row: Row) => ({ outcome: cell(row, 'Outcome'), reason: cell(row, 'Reason') })

function consent(row: Row) {
  const tally = {
    entitled: number(row, 'N'),
    consent: number(row, 'consent'),
    concern: number(row, 'concern'),
    objections: number(row, 'open objections'),
  }
  return cell(row, 'Mode') === 'silent'
    ? countSilentConsent(tally, number(row, 'unreached'), number(row, 'min_active'))
    : countConsent(tally, readQuorum(cell(row, 'Quorum')))
}

function majority(row: Row) {
  const [tieRule, chair] = cell(row, 'Tie rule')
    .split(':')
    .map((part) => part.trim())
  return countMajority(
    {
      entitled: number(row, 'N'),
      present: number(row, 'P'),
      yes: number(row, 'Yes'),
      no: number(row, 'No'),
      abstain: number(row, 'Abstain'),
    },
    {
      quorum: readQuorum(cell(row, 'Quorum')),
      majorityBase: cell(row, 'Base') as Rules['majorityBase'],
      threshold: readFraction(cell(row, 'Threshold')),
      tieRule: tieRule as Rules['tieRule'],
    },
    chair === 'yes' || chair === 'no' ? (chair satisfies ChairVote) : null,
  )
}

const built = ['roll', 'ballot', 'majority', 'consent']

const named = (name: string) => (tables[name] ?? []).map((row) => [row.ID, row] as const)

describe('the tables of the counting rules', () => {
  test.each(named('majority'))('majority %s', (_id, row) => {
    expect(majority(row)).toMatchObject(expected(row))
  })

  test.each(named('consent'))('consent %s', (_id, row) => {
    expect(consent(row)).toMatchObject(expected(row))
  })

  test.each(named('roll'))('roll %s', (_id, row) => {
    const roll = {
      atOpening: number(row, 'Roll at opening'),
      leftWithoutBallot: number(row, 'Left without ballot'),
      recused: number(row, 'Recused'),
      recusedInQuorum: cell(row, 'recused_in_quorum') as 'exclude' | 'include',
    }
    expect(effectiveRoll(roll)).toBe(number(row, 'Effective N'))
  })

  test.each(named('ballot'))('ballot %s', (_id, row) => {
    const { ballots, closesAt } = readBallots(row)
    const counted = cell(row, 'Counted')
    const expected = { counted: counted === 'none' ? null : counted, reason: cell(row, 'Reason') }
    expect(countedBallot(ballots, { closesAt })).toEqual(expected)
  })

  test('the other tables wait for their methods', () => {
    const waiting = Object.keys(tables).filter((name) => !built.includes(name))
    const listed = waiting.flatMap((name) => (tables[name] ?? []).map((row) => `${name} ${row.ID}`))
    process.stdout.write(`Not built yet, not counted: ${listed.join(', ')}\n`)
    expect(listed).not.toContain('')
  })

  test('every table that has a marker has rows, and some are counted', () => {
    expect(Object.keys(tables).filter((name) => (tables[name] ?? []).length === 0)).toEqual([])
    expect(built.filter((name) => name in tables)).not.toEqual([])
  })
})

const loose = `
<!--  table: roll  -->

  | ID |  Roll at opening |Recused |\r
  | :-- | --: |:-:|
  |  R-90 | 9   | 2
  | R-91 |8|1|

Words in between.
<!-- table:unheard-of -->
| ID | Anything |
|---|---|
| U-90 | at all |`

describe('a file of tables', () => {
  test('may be spaced as its writer likes, and have tables that nobody has heard of', () => {
    expect(readTables(loose)).toEqual({
      roll: [
        { ID: 'R-90', 'Roll at opening': '9', Recused: '2' },
        { ID: 'R-91', 'Roll at opening': '8', Recused: '1' },
      ],
      'unheard-of': [{ ID: 'U-90', Anything: 'at all' }],
    })
    expect(readQuorum('>= 1 / 2')).toEqual(readQuorum('>=1/2'))
  })

  test('is not read past a cell that is empty or no whole number', () => {
    const row = { ID: 'R-92', Recused: '', N: '1.5' }
    expect(() => number(row, 'Recused')).toThrow('R-92')
    expect(() => number(row, 'N')).toThrow('R-92')
    expect(() => number(row, 'P')).toThrow('no column P')
  })
})
