import { describe, expect, test } from 'vitest'
import { readStatements, textOfFile } from '#src/documents/editions/reading-statements.ts'

const read = (text: string) => {
  const result = readStatements(text)
  return result.ok ? result.statements.map(({ place, words }) => [place, words]) : result.code
}

const heat = ['Kap. 3, S. 25', 'Für Wärme wird ein Programm geprüft.']
const bus = ['Kap. 4, S. 30', 'Der Bus fährt; bedarfsgerecht, sagt man.']

describe('statements of an edition are read', () => {
  test.each([
    ['from a table copied out of a spreadsheet', `${heat.join('\t')}\n${bus.join('\t')}`],
    ['from a table with a head', `Fundstelle\tAussage\n${heat.join('\t')}\n${bus.join('\t')}`],
    [
      'from a CSV file of a German spreadsheet',
      `\uFEFFFundstelle;Aussage\r\n${heat.join(';')}\r\n"${bus.join('";"')}"\r\n`,
    ],
    ['from a CSV file with commas', `"place","statement"\n"${heat.join('","')}"\n"${bus.join('","')}"`],
    ['from text with the place before a colon', `${heat.join(': ')}\n${bus.join(': ')}`],
    ['from paragraphs that are broken into lines', `${heat.join(': ').replace('wird', 'wird\n')}\n\n${bus.join(': ')}`],
    ['from a table that has an empty row', `${heat.join('\t')}\n\t\n${bus.join('\t')}`],
  ])('%s', (_how, text) => {
    expect(read(text)).toEqual([heat, bus])
  })

  test('with a place that is made of several columns', () => {
    expect(read('Kapitel;Seite;Aussage\n3;25;Wärme wird geprüft.')).toEqual([['3, 25', 'Wärme wird geprüft.']])
  })

  test('with its own number where a place is missing', () => {
    expect(read('Wärme wird geprüft.\nDer Bus fährt; meistens, sagt man.')).toEqual([
      ['1', 'Wärme wird geprüft.'],
      ['2', 'Der Bus fährt; meistens, sagt man.'],
    ])
  })

  test('with numbers in front', () => {
    expect(read('2.1 Wärme wird geprüft.\n2.2 Der Bus fährt.')).toEqual([
      ['2.1', 'Wärme wird geprüft.'],
      ['2.2', 'Der Bus fährt.'],
    ])
  })
})

test.each([
  ['nothing at all', '', 'nothing_in_it'],
  ['a head and nothing below it', 'Fundstelle;Aussage\n', 'nothing_in_it'],
  [
    'more than anybody compares',
    Array.from({ length: 1001 }, (_, index) => `S. ${index}: Satz`).join('\n'),
    'too_many',
  ],
  ['a statement as long as a book', `S. 1: ${'Wort '.repeat(2_000)}`, 'too_long'],
  ['a quotation mark that is never closed', 'place,statement\n1,"offen\n2,zu', 'broken'],
])('refused is %s', (_what, text, code) => {
  expect(read(text)).toBe(code)
})

test('what no database takes and what turns sentences round is left out', () => {
  expect(read('S. 1: Wär\u0000me \u202Ewird geprüft.')).toEqual([['S. 1', 'Wärme wird geprüft.']])
})

test('files come in the character sets that spreadsheets write', () => {
  expect(textOfFile(new TextEncoder().encode('Wärme'))).toBe('Wärme')
  expect(textOfFile(new Uint8Array([0x57, 0xe4, 0x72, 0x6d, 0x65]))).toBe('Wärme')
  expect(textOfFile(new Uint8Array([0xff, 0xfe, 0x57, 0x00, 0xe4, 0x00]))).toContain('Wä')
})
