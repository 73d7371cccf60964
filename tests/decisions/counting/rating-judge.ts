import { resultOf } from '#src/decisions/counting/result.ts'
import { boxOf, noFacts, optionsOf, roundWith } from './boxes.ts'
import { cell, has, number, oneOf, quorum } from './cells.ts'
import { type Judged, rolled } from './judged.ts'
import type { Row } from './tables.ts'

const rating = /^(10|\d|-)$/

/** "A: 2 3; P: 5 -": each option's name, and what the ballots say of it, one after the other. */
function optionsIn(row: Row): { name: string; ratings: string[] }[] {
  const options = cell(row, 'Ratings')
    .split(';')
    .map((option) => option.split(':'))
    .map(([name = '', ratings = '', ...more]) => ({
      name: name.trim(),
      ratings: more.length > 0 ? ['?'] : ratings.split(/\s+/).filter((one) => one !== ''),
    }))
  const isWhole = options.every(
    ({ ratings }) => ratings.length === options[0]?.ratings.length && ratings.every((one) => rating.test(one)),
  )
  const names = new Set(options.map(({ name }) => name))
  if (!isWhole || names.size < options.length || !names.has('P')) {
    throw new Error(`${row.name}: Ratings cannot be read: ${cell(row, 'Ratings')}`)
  }
  return options
}

const ballotsIn = (options: { ratings: string[] }[]): (number | null)[][] =>
  (options[0]?.ratings ?? []).map((_, at) =>
    options.map(({ ratings }) => (ratings[at] === '-' ? null : Number(ratings[at]))),
  )

const inOrder = (sums: string) =>
  sums
    .replace(/\s*=\s*/g, '=')
    .split(/[\s,;]+/)
    .sort()

/** A quorum, a roll and another limit for talking first may be told in columns of their own. */
export function sc(row: Row): Judged {
  const options = optionsIn(row)
  const said = ballotsIn(options).map((ratings) => ({ said: ratings }))
  const rules = {
    quorum: has(row, 'Quorum') ? quorum(row) : ({ kind: 'none' } as const),
    ...(has(row, 'alert_from') && { alertFrom: number(row, 'alert_from') }),
  }
  const rated = optionsOf(options.length - 1).map((one, at) => ({ ...one, isPassive: options[at]?.name === 'P' }))
  const seats = rolled(row, said, has(row, 'N') ? number(row, 'N') : said.length)
  const round = roundWith(rules, { method: 'systemic_consensing' })
  const { outcome, reason, chosenId, tally, flags } = resultOf(boxOf(seats), round, { ...noFacts, options: rated })
  const sums = options.map(({ name }, at) => `${name}=${tally[`sum_${at + 1}`]}`)
  const chosen = options[rated.findIndex(({ id }) => id === chosenId)]?.name
  return {
    expected: [
      ...[number(row, 'n'), inOrder(cell(row, 'Sums')), cell(row, 'Outcome'), cell(row, 'Reason')],
      oneOf(row, 'talk_first', ['yes', 'no']),
    ],
    actual: [tally.complete, sums.sort(), chosen ?? outcome, reason, flags.includes('talk_first') ? 'yes' : 'no'],
  }
}
