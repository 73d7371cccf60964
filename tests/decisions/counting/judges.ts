import type { Choice } from '#src/decisions/ballots/schema.ts'
import { countedBallot } from '#src/decisions/counting/ballot.ts'
import { levels } from '#src/decisions/counting/consensus.ts'
import { type ChairVote, countMajority } from '#src/decisions/counting/majority.ts'
import { type Result, resultOf } from '#src/decisions/counting/result.ts'
import { effectiveRoll } from '#src/decisions/counting/roll.ts'
import type { CircularPreset } from '#src/decisions/schema.ts'
import type { Rules } from '#src/groups/rules.ts'
import { boxOf, fillUp, noFacts, optionsOf, roundWith, type SeatStory, several } from './boxes.ts'
import { cell, column, number, type Row, readBallots, readFraction, readQuorum } from './tables.ts'

/** What a row expects beside what the product says. */
export interface Judged {
  expected: unknown
  actual: unknown
}

const outcomes = (row: Row, { outcome, reason }: Pick<Result, 'outcome' | 'reason'>): Judged => ({
  expected: { outcome: cell(row, 'Outcome'), reason: cell(row, 'Reason') },
  actual: { outcome, reason },
})

const say = (row: Row, named: Record<string, Choice>): SeatStory[] =>
  Object.entries(named).flatMap(([name, said]) => several(number(row, name), { said }))

const votes = (row: Row) => say(row, { Yes: 'yes', No: 'no', Abstain: 'abstain' })

const ruled = (row: Row): Pick<Rules, 'quorum' | 'majorityBase' | 'threshold'> => ({
  quorum: readQuorum(cell(row, 'Quorum')),
  majorityBase: cell(row, 'Base') as Rules['majorityBase'],
  threshold: readFraction(cell(row, 'Threshold')),
})

function roll(row: Row): Judged {
  const actual = effectiveRoll({
    atOpening: number(row, 'Roll at opening'),
    leftWithoutBallot: number(row, 'Left without ballot'),
    recused: number(row, 'Recused'),
    recusedInQuorum: cell(row, 'recused_in_quorum') as Rules['recusedInQuorum'],
  })
  return { expected: number(row, 'Effective N'), actual }
}

function ballot(row: Row): Judged {
  const { ballots, closesAt } = readBallots(row)
  const counted = cell(row, 'Counted')
  const expected = { counted: counted === 'none' ? null : counted, reason: cell(row, 'Reason') }
  return { expected, actual: countedBallot(ballots, { closesAt }) }
}

function majority(row: Row): Judged {
  const [tieRule = '', chair = ''] = cell(row, 'Tie rule').split(':')
  const tally = {
    ...{ entitled: number(row, 'N'), present: number(row, 'P') },
    ...{ yes: number(row, 'Yes'), no: number(row, 'No'), abstain: number(row, 'Abstain') },
  }
  const vote: ChairVote = chair.trim() === 'yes' || chair.trim() === 'no' ? (chair.trim() as ChairVote) : null
  return outcomes(row, countMajority(tally, { ...ruled(row), tieRule: tieRule.trim() as Rules['tieRule'] }, vote))
}

function consensus(row: Row): Judged {
  const [numerator = 0, denominator = 1] = cell(row, 'max_dissent').split('/').map(Number)
  const blockMode = cell(row, 'block_mode') as Rules['consensus']['blockMode']
  const rules = {
    quorum: readQuorum(cell(row, 'Quorum')),
    consensus: { maxDissent: { numerator, denominator }, blockMode },
  }
  const seats = levels.flatMap((level) => several(number(row, level), { said: level }))
  const round = roundWith(rules, { method: 'consensus' })
  return outcomes(row, resultOf(boxOf(fillUp(number(row, 'N'), seats)), round, noFacts))
}

function consent(row: Row): Judged {
  const rules = { quorum: readQuorum(cell(row, 'Quorum')) }
  const round = roundWith(rules, { method: 'consent' })
  const { circular } = round.rules
  const minActive = number(row, 'min_active')
  const silent = {
    channel: 'circular',
    preset: 'silent',
    rules: { ...round.rules, circular: { ...circular, minActive } },
  } as const
  const seats = say(row, { consent: 'consent', concern: 'concern', 'open objections': 'objection' })
  const asked = cell(row, 'Mode') === 'silent' ? { ...round, ...silent } : round
  const facts = { ...noFacts, unreached: number(row, 'unreached') }
  return outcomes(row, resultOf(boxOf(fillUp(number(row, 'N'), seats)), asked, facts))
}

function circular(row: Row): Judged {
  const { rules } = roundWith(ruled(row))
  const limits = { ...rules.circular, minActive: number(row, 'min_active') }
  const preset = cell(row, 'Preset') as CircularPreset
  const round = roundWith({ ...ruled(row), circular: limits }, { channel: 'circular', preset })
  const facts = {
    ...noFacts,
    procedureObjections: number(row, 'Procedure objections'),
    unreached: number(row, 'Unreached'),
  }
  return outcomes(row, resultOf(boxOf(fillUp(number(row, 'N'), votes(row))), round, facts))
}

/** "A: 2 3; P: 5 -" as one list of ratings per ballot. */
function readRatings(row: Row): { names: string[]; ballots: (number | null)[][] } {
  const options = column(row, 'Ratings')
    .split(';')
    .map((option) => option.split(':').map((part) => part.trim()))
  const rated = options.map(([, ratings = '']) => ratings.split(/\s+/).filter((rating) => rating !== ''))
  const count = Math.max(...rated.map(({ length }) => length))
  const ballots = Array.from({ length: count }, (_, at) =>
    rated.map((ratings) => (ratings[at] === undefined || ratings[at] === '-' ? null : Number(ratings[at]))),
  )
  return { names: options.map(([name = '']) => name), ballots }
}

function sc(row: Row): Judged {
  const { names, ballots } = readRatings(row)
  const seats = fillUp(
    'N' in row ? number(row, 'N') : 0,
    ballots.map((said) => ({ said })),
  )
  const rules = {
    quorum: readQuorum(row.Quorum ?? 'none'),
    alertFrom: 'alert_from' in row ? number(row, 'alert_from') : 8,
  }
  const options = optionsOf(names.length - 1).map((option, at) => ({ ...option, isPassive: names[at] === 'P' }))
  const round = roundWith(rules, { method: 'systemic_consensing' })
  const { outcome, reason, chosenId, tally, flags } = resultOf(boxOf(seats), round, { ...noFacts, options })
  const chosen = names[options.findIndex(({ id }) => id === chosenId)]
  return {
    expected: [cell(row, 'n'), cell(row, 'Sums'), cell(row, 'Outcome'), cell(row, 'Reason'), cell(row, 'talk_first')],
    actual: [
      String(tally.complete),
      names.map((name, at) => `${name}=${tally[`sum_${at + 1}`]}`).join(' '),
      ...[chosen ?? outcome, reason, flags.includes('talk_first') ? 'yes' : 'no'],
    ],
  }
}

const parameter = (row: Row, name: string, otherwise: number) =>
  Number(cell(row, 'Parameter').match(new RegExp(`\\b${name}\\s*=\\s*(\\d+)`))?.[1] ?? otherwise)

function seats(row: Row): Judged {
  const said = { 'Org yes': 'yes', 'Org no': 'no', 'Ind yes': 'yes', 'Ind no': 'no' } as const
  const stories = Object.entries(said).flatMap(([name, said]) =>
    several(number(row, name), { said, kind: name.startsWith('Org') ? 'organisation' : 'person' }),
  )
  const round = roundWith({
    ...{ electorate: 'seats', quorum: { kind: 'none' }, seatPolicy: cell(row, 'Policy') as Rules['seatPolicy'] },
    weights: { organisation: parameter(row, 'org', 1), person: parameter(row, 'ind', 1) },
    pooledSeats: parameter(row, 'k', 1),
  })
  const { tally, outcome } = resultOf(boxOf(stories), round, noFacts)
  const shown =
    round.rules.seatPolicy === 'dual'
      ? `${tally.organisation_yes}:${tally.organisation_no}+${tally.person_yes}:${tally.person_no}`
      : `${tally.yes}:${tally.no}`
  return {
    expected: [cell(row, 'Tally yes:no').replace(/\s+/g, ''), cell(row, 'Outcome')],
    actual: [shown, outcome],
  }
}

/** Marker of a table → how its rows are judged. */
export const judges: Record<string, (row: Row) => Judged> = {
  ...{ roll, ballot, majority, consensus, consent, circular, sc, seats },
}
