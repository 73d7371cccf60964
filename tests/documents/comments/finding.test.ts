import { expect, test } from 'vitest'
import { findQuote, quoteAt } from '#src/documents/comments/finding.ts'

const text = 'Wind gehört den Dörfern.\nWärme gehört den Dörfern.\nStrom gehört allen, und die Dörfer haben ein Wort.'

test('a passage is found by its words wherever it stands', () => {
  const quote = { words: 'Strom gehört allen', before: '', after: '' }
  expect(findQuote(text, quote)).toBe(text.indexOf('Strom'))
  expect(findQuote(`Ein neuer Anfang.\n${text}`, quote)).toBe(18 + text.indexOf('Strom'))
})

test('of several places with the same words it is the one around which the same stands', () => {
  const second = text.indexOf('gehört den Dörfern', 20)
  const quote = quoteAt(text, second, second + 'gehört den Dörfern'.length)
  expect(findQuote(text, quote)).toBe(second)
  expect(findQuote(text.replace('Wind gehört den Dörfern.\n', ''), quote)).toBe(second - 25)
})

test('where two places are as likely, none is taken', () => {
  expect(findQuote(text, { words: 'gehört den Dörfern', before: '', after: '' })).toBeNull()
})

test('a short word alone says nothing about where it stood', () => {
  expect(findQuote('Heute und morgen.', { words: 'und', before: 'Gestern ', after: ' vorgestern' })).toBeNull()
  expect(findQuote('Heute und morgen.', { words: 'und', before: 'Heute ', after: ' morgen' })).toBe(6)
})

test('every kind of space is a space', () => {
  expect(findQuote('AG\u00A0Energie hat\nein Wort', { words: 'AG Energie hat ein', before: '', after: '' })).toBe(0)
})
