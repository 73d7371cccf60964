import { expect, test } from 'vitest'
import { boxed, signsIn } from '#src/documents/export/pdf/signs.ts'

const complaint = (sign: string) =>
  `message: "PDF/UA-1 error: the text \`\\"${sign}\\"\` could not be displayed with font \`\\"Literata\\"\`"`

test('signs that no font has are named once each, also those that have a number and no picture', () => {
  const refusal = ['漢', '🌻', '漢', '\\\\u{10ffff}'].map(complaint).join(', ')
  expect(signsIn(`[${refusal}]`)).toEqual(['漢', '🌻', '\u{10ffff}'])
  expect(signsIn('PDF/UA-1 error: invalid list (L) structure')).toEqual([])
})

test('one box stands for what is one picture', () => {
  const lost = ['漢', '👩', '\u200d', '🌾']
  expect(boxed('a漢字 👩\u200d🌾!', lost)).toBe('a□字 □!')
  expect(boxed('nichts', [])).toBe('nichts')
  expect(boxed('x\u200dy', ['\u200d'])).toBe('xy')
})
