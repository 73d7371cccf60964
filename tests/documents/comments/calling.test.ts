import { expect, test } from 'vitest'
import { callPeople, piecesOf, spokenOf } from '#src/documents/comments/calling.ts'

const anna = { id: '00000000-0000-4000-8000-000000000001', name: 'Anna Voss' }
const annaLena = { id: '00000000-0000-4000-8000-000000000002', name: 'Anna Lena Kühn' }
const tarek = { id: '00000000-0000-4000-8000-000000000003', name: 'Tarek Lindhövel' }
const people = [anna, annaLena, tarek]

test.each([
  ['@Tarek Lindhövel, siehst du das?', `@{${tarek.id}}, siehst du das?`],
  ['Siehst du das, @Tarek?', `Siehst du das, @{${tarek.id}}?`],
  ['(@tarek lindhövel)', `(@{${tarek.id}})`],
  ['@Anna Lena Kühn und @Anna Voss', `@{${annaLena.id}} und @{${anna.id}}`],
])('%s calls by name', (typed, words) => {
  expect(callPeople(typed, people).words).toBe(words)
})

test.each([
  ['a first name that two have', '@Anna, siehst du das?'],
  ['a name that nobody has', '@Nele Fremd, siehst du das?'],
  ['a longer name', '@Tarekson war hier'],
  ['an address', 'tarek@tarek.example'],
  ['what looks like an id', `@{${tarek.id}} war hier`],
])('%s calls nobody', (_what, typed) => {
  expect(callPeople(typed, people)).toEqual({ words: typed, ids: [] })
})

test('somebody who is called twice is called once', () => {
  expect(callPeople('@Tarek und @Tarek Lindhövel', people).ids).toEqual([tarek.id])
})

test('a name is shown as it is today, and only of those who were called', () => {
  const { words } = callPeople('Frag @Tarek bitte.', people)
  expect(piecesOf(words, [{ ...tarek, name: 'Tarek Neu' }])).toEqual([
    'Frag ',
    { ...tarek, name: 'Tarek Neu' },
    ' bitte.',
  ])
  expect(spokenOf(piecesOf(words, [tarek]))).toBe('Frag @Tarek Lindhövel bitte.')
  expect(piecesOf(`@{${anna.id}}`, [tarek])).toEqual([`@{${anna.id}}`])
})
