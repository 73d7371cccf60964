import { expect, test } from 'vitest'
import { withoutNames } from '#src/decisions/register/without-names.ts'

const names = ['Ole', 'Ole Radebrecht', 'Mirjam Okafor-Lenz', 'Dr. (Rhön) Klee', '']

test.each([
  ['Ole Radebrecht und Mirjam  Okafor-Lenz.', '[Name] und [Name].'],
  ['Mirjam\nOkafor-Lenz’ Antrag, Ole Radebrechts Stimme', '[Name] Antrag, [Name] Stimme'],
  ['Oleander, Napoleon, Olé', 'Oleander, Napoleon, Olé'],
  ['Ole, oles', '[Name], oles'],
  ['(Dr. (Rhön) Klee)', '([Name])'],
])('%s', (said, left) => {
  expect(withoutNames(said, names)).toBe(left)
})

test('reaches every word, and leaves days, numbers and maps as they are', () => {
  const day = new Date()
  const ratings = new Map([['a', 1]])
  const sheet = { title: 'Ole', all: [{ said: 'Für Ole.', day, count: 3, none: null, ratings }] }
  expect(withoutNames(sheet, names)).toEqual({
    title: '[Name]',
    all: [{ said: 'Für [Name].', day, count: 3, none: null, ratings }],
  })
  expect(withoutNames(sheet, [])).toBe(sheet)
})
