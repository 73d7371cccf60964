import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { unread } from './cells.ts'
import { judges } from './judges.ts'
import { type Row, readTables } from './tables.ts'

const file = process.env.COUNTING_TABLES || new URL('tables.md', import.meta.url)

const tables = readTables(readFileSync(file, 'utf8'))

const rowsOf = (all: typeof tables) =>
  all.flatMap(({ name, rows }) => rows.map((row) => [row.name, judges[name], row] as const))

describe('the tables of the counting rules', () => {
  test.each(rowsOf(tables))('%s', (_title, judge, row) => {
    const { expected, actual } = judge?.(row) ?? { expected: 'a table that is known', actual: row.name }
    expect(actual).toEqual(expected)
    expect(unread(row), 'columns that nobody understands').toEqual([])
  })

  test('every table is there, and none is unknown', () => {
    expect(tables.map(({ name }) => name).sort()).toEqual(Object.keys(judges).sort())
  })

  test.each(tables)('$name is whole', ({ faults }) => expect(faults).toEqual([]))
})

const one = (...lines: string[]) => readTables(lines.join('\n'))[0]

/** A single row below the headings of a table. */
const rowIn = (name: string, head: string, cells: string): Row => {
  const row = one(`<!-- table:${name} -->`, head, head.replace(/[^|]+/g, '---'), cells)?.rows[0]
  if (!row) throw new Error('no row')
  return row
}

const rolls =
  '| Effective N | ID | Recused | Roll at opening | recused_in_quorum | Joined later | Left without ballot | Left with ballot |'

const judged = (name: string, head: string, cells: string) => {
  const row = rowIn(name, head, cells)
  const { expected, actual } = judges[name]?.(row) ?? {}
  expect(actual).toEqual(expected)
  return unread(row)
}

const loose = `
<!--  table: roll  -->

  | ID |  Roll   at \`opening\` |Recused |\r
  | :-- | --: |:-:|
  |  R-90 | **9**   | 2
  | R-91 |8\\|9|1|\r

Words in between.

| Preset | Rule |
|---|---|
| nothing | to do with it |

<!-- table:unheard-of -->
| ID | Anything |
|---|---|
| U-90 | at all |
<!-- table:forgotten -->`

describe('a file of tables', () => {
  test('may be spaced as its writer likes', () => {
    const cells = readTables(loose).map(({ name, rows }) => [name, rows.map((row) => Object.fromEntries(row.cells))])
    expect(Object.fromEntries(cells)).toEqual({
      roll: [
        { ID: 'R-90', 'Roll at opening': '9', Recused: '2' },
        { ID: 'R-91', 'Roll at opening': '8|9', Recused: '1' },
      ],
      'unheard-of': [{ ID: 'U-90', Anything: 'at all' }],
      forgotten: [],
    })
    expect(readTables(loose).map(({ faults }) => faults)).toEqual([[], [], ['is empty']])
  })

  test('may have its columns in another order, and signs written otherwise', () => {
    expect(judged('roll', rolls, '| 6 | R-90 | 2 | 9 | exclude | 1 | 1 | 1 |')).toEqual([])
    const head = '|ID|Quorum|Threshold|Base|Tie rule|N|P|Yes|No|Abstain|Void|Outcome|Reason|'
    expect(
      judged('majority', head, '|M-90|≥ 1 / 2|&gt;=2/3|`yes\\_no`|chair : no|9|7|4|2|0|1|adopted|threshold_met|'),
    ).toEqual([])
    const ballots = '| ID | Ballots for one seat (closing @ 11:30) | Counted | Reason |'
    expect(judged('ballot', ballots, '| B-90 | P@9=yes, P@11.29=no P@11:30=yes | no | latest |')).toEqual([])
    expect(judged('ballot', ballots, '| B-91 | recused P@9=yes | none | void_recused |')).toEqual([])
    const rated = '| ID | Ratings | n | Sums | Outcome | Reason | talk_first | Quorum | N |'
    expect(judged('sc', rated, '|S-90|P:9 9;A:8 -|1|P=9, A = 8|not_quorate|quorum_missed|no|>=2|5|')).toEqual([])
  })

  test('is known by its headings where a marker is missing, and a stranger who counts is named', () => {
    const head = rolls.replace('| Effective', '| Remark | Effective')
    const strange = '| ID | Method | Outcome |'
    const rule = (text: string) => text.replace(/[^|]+/g, '---')
    const names = [head, strange].map((text) => one(text, rule(text), text)?.name)
    expect(names).toEqual(['roll', 'ID | Method | Outcome'])
  })

  test('names a column that nobody understands', () => {
    expect(judged('roll', `${rolls} Deputies (late) |`, '| 9 | R-90 | 0 | 9 | exclude | 0 | 0 | 0 | 3 |')).toEqual([
      'Deputies (late)',
    ])
  })

  test('is not whole with a cell too many, a heading twice, or a row without an ID', () => {
    const faults = one(
      '<!-- table:roll -->',
      '| ID | N | N |',
      '|---|---|---|',
      '| | 1 | 2 | 3 |',
      '| - | - | - |',
    )?.faults
    expect(faults).toEqual([
      'two columns are called N',
      ' | 1 | 2 | 3: 4 cells below 3 headings',
      ' | 1 | 2 | 3: without an ID',
    ])
  })

  test.each([
    ['roll', rolls, '| 6 | R-92 | 2 | 9 | exclude | soon | 1 | 0 |', 'R-92: Joined later'],
    ['roll', rolls, '| 6 | R-92 | | 9 | exclude | 1 | 1 | 0 |', 'R-92: Recused cannot be read: nothing'],
    ['roll', rolls, '| 6 | R-92 | 1.5 | 9 | exclude | 1 | 1 | 0 |', 'R-92: Recused'],
    ['roll', rolls, '| 6 | R-92 | 2 | 9 | sometimes | 1 | 1 | 0 |', 'R-92: recused_in_quorum'],
    ['roll', rolls, '| 1 | R-92 | 2 | 2 | exclude | 1 | 1 | 0 |', 'R-92: 2 answers of 1 seats'],
    ['roll', rolls.replace('Recused', 'Away'), '| 6 | R-92 | 2 | 9 | exclude | 1 | 1 | 0 |', 'no column Recused'],
    [
      'ballot',
      '| ID | Ballots for one seat | Counted | Reason |',
      '| B-92 | P@9=maybe | none | late |',
      'B-92: Ballots',
    ],
    ['ballot', '| ID | Ballots for one seat | Counted | Reason |', '| B-92 | Q@9=yes | none | late |', 'B-92: Ballots'],
    ['sc', '| ID | Ratings | n |', '| S-92 | A: 2 11; P: 3 4 | 2 |', 'S-92: Ratings'],
    ['sc', '| ID | Ratings | n |', '| S-92 | A: 2; P: 3 4 | 2 |', 'S-92: Ratings'],
    ['sc', '| ID | Ratings | n |', '| S-92 | A: 2; B: 3 | 1 |', 'S-92: Ratings'],
    ['seats', '| ID | Policy | Parameter |', '| O-92 | pooled | - |', 'O-92: Parameter'],
    ['seats', '| ID | Policy | Parameter |', '| O-92 | weighted | orgs=2 |', 'O-92: Parameter'],
    ['seats', '| ID | Policy | Parameter |', '| O-92 | by_size | - |', 'O-92: Policy'],
    ['majority', '| ID | Tie rule | Quorum |', '| M-92 | chair:maybe | none |', 'M-92: Tie rule'],
    ['majority', '| ID | Tie rule | Quorum |', '| M-92 | reject | 50 % |', 'M-92: Quorum'],
    ['majority', '| ID | Tie rule | Quorum |', '| M-92 | reject | >=1/0 |', 'M-92: Quorum'],
    ['consensus', '| ID | block_mode | Quorum | max_dissent |', '| K-92 | single | none | a/4 |', 'K-92: max_dissent'],
  ])('is not read past a cell that makes no sense: %s, %s %s', (name, head, cells, fault) => {
    expect(() => judged(name, head, cells)).toThrow(fault)
  })
})
