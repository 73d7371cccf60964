import { expect, test } from 'vitest'
import { wordsBetween } from '#src/documents/comparisons/wording.ts'
import { Dice } from '../simulation/dice.ts'

const said = (before: string, after: string) =>
  wordsBetween(before, after)
    .map(({ words, is }) => (is === 'same' ? words : is === 'inserted' ? `[+${words}+]` : `[-${words}-]`))
    .join('')

test('words that were replaced together stand together', () => {
  expect(
    said('Wasserstoff ist die Leittechnologie des Reviers.', 'Wasserstoff ist ein wichtiger Stoff des Reviers.'),
  ).toBe('Wasserstoff ist [-die Leittechnologie -][+ein wichtiger Stoff +]des Reviers.')
})

test.each([
  ['Gleich.', 'Gleich.', 'Gleich.'],
  ['', 'Neu.', '[+Neu.+]'],
  ['Alt.', '', '[-Alt.-]'],
])('%j against %j', (before, after, expected) => {
  expect(said(before, after)).toBe(expected)
})

test.each(Array.from({ length: 100 }, (_, seed) => seed))('nothing of either sentence is lost (%i)', (seed) => {
  const dice = new Dice(seed)
  const sentence = () =>
    Array.from({ length: dice.below(14) }, () => dice.pick(['Bus', 'fährt', 'nicht', 'Dorf', ',', ' ', 'soll.'])).join(
      ' ',
    )
  const [before, after] = [sentence(), sentence()]
  const parts = wordsBetween(before, after)
  const without = (what: string) =>
    parts
      .filter(({ is }) => is !== what)
      .map(({ words }) => words)
      .join('')
  expect([without('inserted'), without('deleted')]).toEqual([before, after])
})
