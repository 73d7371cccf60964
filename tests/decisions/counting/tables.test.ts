import { describe, expect, test } from 'vitest'
import { judges } from './judges.ts'
import { number, readQuorum, readTables, tables } from './tables.ts'

const rows = Object.entries(tables).flatMap(([name, rows]) =>
  rows.map((row) => [`${name} ${row.ID}`, name, row] as const),
)

describe('the tables of the counting rules', () => {
  test.each(rows)('%s', (_title, name, row) => {
    const { expected, actual } = judges[name]?.(row) ?? { expected: 'a table that is known', actual: name }
    expect(actual).toEqual(expected)
  })

  test('every table is there, none is unknown, and none is empty', () => {
    expect(Object.keys(tables).sort()).toEqual(Object.keys(judges).sort())
    expect(Object.keys(tables).filter((name) => (tables[name] ?? []).length === 0)).toEqual([])
  })
})

const loose = `
<!--  table: roll  -->

  | ID |  Roll at opening |Recused |\r
  | :-- | --: |:-:|
  |  R-90 | 9   | 2
  | R-91 |8|1|

Words in between.
<!-- table:unheard-of -->
| ID | Anything |
|---|---|
| U-90 | at all |`

describe('a file of tables', () => {
  test('may be spaced as its writer likes', () => {
    expect(readTables(loose)).toEqual({
      roll: [
        { ID: 'R-90', 'Roll at opening': '9', Recused: '2' },
        { ID: 'R-91', 'Roll at opening': '8', Recused: '1' },
      ],
      'unheard-of': [{ ID: 'U-90', Anything: 'at all' }],
    })
    expect(readQuorum('>= 1 / 2')).toEqual(readQuorum('>=1/2'))
  })

  test('is not read past a cell that is empty or no whole number', () => {
    const row = { ID: 'R-92', Recused: '', N: '1.5' }
    expect(() => number(row, 'Recused')).toThrow('R-92')
    expect(() => number(row, 'N')).toThrow('R-92')
    expect(() => number(row, 'P')).toThrow('no column P')
  })
})
