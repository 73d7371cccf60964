import { countMajority } from '#src/decisions/counting/majority.ts'
import { resultOf } from '#src/decisions/counting/result.ts'
import type { Rules } from '#src/groups/rules.ts'
import { boxOf, noFacts, roundWith, several } from './boxes.ts'
import { cell, fraction, number, oneOf, parameters, quorum } from './cells.ts'
import { type Judged, outcomes, rolled, say } from './judged.ts'
import type { Row } from './tables.ts'

const bases = ['yes_no', 'yes_no_abstain', 'present', 'roll'] as const

const ruled = (row: Row): Pick<Rules, 'quorum' | 'majorityBase' | 'threshold'> => ({
  quorum: quorum(row),
  majorityBase: oneOf(row, 'Base', bases),
  threshold: fraction(row, 'Threshold'),
})

const chairs = ['yes', 'no', 'abstain', '-'] as const

/** "reject", "chair" or, with what the chair said, "chair:no". */
function tied(row: Row): { tieRule: Rules['tieRule']; chair: 'yes' | 'no' | null } {
  const rules = ['reject', 'chair', ...chairs.map((said) => `chair:${said}` as const)] as const
  const [tieRule, said] = oneOf(row, 'Tie rule', rules).split(':')
  return { tieRule: tieRule === 'chair' ? 'chair' : 'reject', chair: said === 'yes' || said === 'no' ? said : null }
}

const crowd = 10_000

/** By its numbers alone, and once more seat by seat unless there are too many of them. */
export function majority(row: Row): Judged {
  const { tieRule, chair } = tied(row)
  const rules = { ...ruled(row), tieRule }
  const [entitled = 0, present = 0, yes = 0, no = 0, abstain = 0] = ['N', 'P', 'Yes', 'No', 'Abstain', 'Void'].map(
    (column) => number(row, column, Number.MAX_SAFE_INTEGER),
  )
  const { expected, actual } = outcomes(row, countMajority({ entitled, present, yes, no, abstain }, rules, chair))
  return { expected: [expected, expected], actual: [actual, entitled > crowd ? actual : seatBySeat(row, rules, chair)] }
}

/** In a meeting, where more were there than have answered. */
function seatBySeat(row: Row, rules: Partial<Rules>, chair: 'yes' | 'no' | null) {
  const answers = say(row, { Yes: 'yes', No: 'no', Abstain: 'abstain' })
  const papers = [...answers, ...several(number(row, 'Void'), { said: 'void' })]
  const seats = rolled(row, papers)
  const present = number(row, 'P')
  const isMeeting = present !== answers.length
  if (isMeeting && (present < papers.length || present > seats.length)) {
    throw new Error(`${row.name}: P does not fit the answers`)
  }
  const attending = new Set(isMeeting ? seats.slice(0, present).map((_, at) => `seat-${at}`) : [])
  const openedById = `holder-of-seat-${seats.findIndex(({ said }) => said === chair)}`
  const round = roundWith(rules, { channel: isMeeting ? 'meeting' : 'online', openedById })
  const { outcome, reason } = resultOf(boxOf(seats), round, { ...noFacts, attending })
  return { outcome, reason }
}

export function circular(row: Row): Judged {
  const { rules } = roundWith(ruled(row))
  const limits = { ...rules.circular, minActive: number(row, 'min_active') }
  const preset = oneOf(row, 'Preset', ['statutory', 'rules', 'silent'])
  const round = roundWith({ ...rules, circular: limits }, { channel: 'circular', preset })
  const facts = {
    ...noFacts,
    procedureObjections: number(row, 'Procedure objections'),
    unreached: number(row, 'Unreached'),
  }
  const votes = say(row, { Yes: 'yes', No: 'no', Abstain: 'abstain' })
  return outcomes(row, resultOf(boxOf(rolled(row, votes)), round, facts))
}

const policies = ['org_only', 'all_equal', 'weighted', 'pooled', 'dual'] as const

const columns = { 'Org yes': 'yes', 'Org no': 'no', 'Ind yes': 'yes', 'Ind no': 'no' } as const

function bySeats(row: Row): Partial<Rules> {
  const seatPolicy = oneOf(row, 'Policy', policies)
  const given = parameters(row, 'Parameter', ['org', 'ind', 'k'])
  if (seatPolicy === 'pooled' && !given.has('k'))
    throw new Error(`${row.name}: Parameter does not say how many are shared`)
  const weights = { organisation: given.get('org') ?? 1, person: given.get('ind') ?? 1 }
  return { electorate: 'seats', quorum: { kind: 'none' }, seatPolicy, weights, pooledSeats: given.get('k') ?? 1 }
}

export function seats(row: Row): Judged {
  const round = roundWith(bySeats(row))
  const stories = Object.entries(columns).flatMap(([name, said]) =>
    several(number(row, name), { said, kind: name.startsWith('Org') ? 'organisation' : 'person' }),
  )
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
