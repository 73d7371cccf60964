import { expect, test } from 'vitest'
import { withoutNames } from '#src/decisions/register/without-names.ts'

const names = ['Ole', 'Ole Radebrecht', 'Mirjam Okafor-Lenz', 'Dr. (Rhön) Klee', 'Anna van der Berg', '']

test.each([
  ['Ole Radebrecht und Mirjam  Okafor-Lenz.', '[Name] und [Name].'],
  ['Mirjam\nOkafor-Lenz’ Antrag, Ole Radebrechts Stimme', '[Name] Antrag, [Name] Stimme'],
  ['Oleander, Napoleon, Olé', 'Oleander, Napoleon, Olé'],
  ['OLE RADEBRECHT, mirjam okafor-lenz', '[Name], [Name]'],
  ['Frau Okafor-Lenz und Herrn  Radebrechts Antrag', 'Frau [Name] und Herrn [Name] Antrag'],
  [
    'Herr Dr. Klee, Frau van der Berg, Frau Berg, Frau Bergmann',
    'Herr [Name], Frau [Name], Frau [Name], Frau Bergmann',
  ],
  ['Ole Radebrecht, Herr Ole Radebrecht', '[Name], Herr [Name]'],
  ['Ole, Klee, Berg', 'Ole, Klee, Berg'],
  ['(Dr. (Rhön) Klee)', '([Name])'],
])('%s', (said, left) => {
  expect(withoutNames(said, names)).toBe(left)
})

test('reaches every word, and leaves days, numbers and maps as they are', () => {
  const day = new Date()
  const ratings = new Map([['a', 1]])
  const sheet = { title: 'Ole Radebrecht', all: [{ said: 'Für Ole Radebrecht.', day, count: 3, none: null, ratings }] }
  expect(withoutNames(sheet, names)).toEqual({
    title: '[Name]',
    all: [{ said: 'Für [Name].', day, count: 3, none: null, ratings }],
  })
  expect(withoutNames(sheet, [])).toBe(sheet)
  expect(withoutNames(sheet, ['Mai', 'Ole'])).toEqual(sheet)
})
