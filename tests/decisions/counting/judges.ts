import { countedBallot } from '#src/decisions/counting/ballot.ts'
import { levels } from '#src/decisions/counting/consensus.ts'
import { resultOf } from '#src/decisions/counting/result.ts'
import { initialRules } from '#src/groups/rules.ts'
import { boxOf, noFacts, roundWith, type SeatStory, several } from './boxes.ts'
import { ballots, cell, number, oneOf, part, quorum } from './cells.ts'
import { type Judged, outcomes, rolled, say } from './judged.ts'
import { sc } from './rating-judge.ts'
import type { Row } from './tables.ts'
import { circular, majority, seats } from './vote-judges.ts'

/** By the box and by what is counted out of it. Who joined later is nowhere in it. */
function roll(row: Row): Judged {
  const left = number(row, 'Left without ballot')
  const there: SeatStory[] = [
    ...several(number(row, 'Left with ballot'), { said: 'yes' }),
    ...several(number(row, 'Recused'), { isRecused: true }),
  ]
  const recusedInQuorum = oneOf(row, 'recused_in_quorum', ['exclude', 'include'])
  const stories = rolled(row, there, number(row, 'Roll at opening') - left)
  const box = boxOf(stories, { ...initialRules, recusedInQuorum }, left)
  const { tally } = resultOf(box, roundWith({ recusedInQuorum }), noFacts)
  number(row, 'Joined later')
  const expected = number(row, 'Effective N')
  return { expected: [expected, expected], actual: [box.entitled, tally.entitled] }
}

function ballot(row: Row): Judged {
  const { ballots: received, ...seat } = ballots(row)
  const counted = cell(row, 'Counted')
  const expected = { counted: counted === 'none' ? null : counted, reason: cell(row, 'Reason') }
  return { expected, actual: countedBallot(received, seat) }
}

function consensus(row: Row): Judged {
  const blockMode = oneOf(row, 'block_mode', ['single', 'share'])
  const rules = { quorum: quorum(row), consensus: { maxDissent: part(row, 'max_dissent'), blockMode } }
  const seats = levels.flatMap((level) => several(number(row, level), { said: level }))
  const round = roundWith(rules, { method: 'consensus' })
  return outcomes(row, resultOf(boxOf(rolled(row, seats)), round, noFacts))
}

function consent(row: Row): Judged {
  const minActive = number(row, 'min_active')
  const rules = { quorum: quorum(row), circular: { ...initialRules.circular, minActive } }
  const isSilent = oneOf(row, 'Mode', ['explicit', 'silent']) === 'silent'
  const round = roundWith(rules, {
    method: 'consent',
    ...(isSilent && ({ channel: 'circular', preset: 'silent' } as const)),
  })
  const seats = say(row, { consent: 'consent', concern: 'concern', 'open objections': 'objection' })
  const facts = { ...noFacts, unreached: number(row, 'unreached') }
  return outcomes(row, resultOf(boxOf(rolled(row, seats)), round, facts))
}

/** Marker of a table → how its rows are judged. */
export const judges: Record<string, (row: Row) => Judged> = {
  ...{ roll, ballot, majority, consensus, consent, circular, sc, seats },
}
