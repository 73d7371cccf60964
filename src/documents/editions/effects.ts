import { textOf } from '../comparisons/choosing.ts'
import type { Row } from '../comparisons/rows.ts'
import type { Comparing, Old } from './comparing.ts'
import { plainly } from './matching.ts'
import type { Statement } from './schema.ts'
import type { Settled } from './settling.ts'

/** What a new edition does to one row. */
export interface RowEffect {
  row: Row
  attrs: Record<string, unknown>
  /** Where the row said the same as the programme, it says now what the programme says now. */
  place?: string
  statement?: string
}

export interface Addition {
  statement: Statement
  /** The row behind which it belongs: the one about what stands before it in the programme. */
  after: Row | null
  isNew: boolean
}

export interface Effects {
  changed: RowEffect[]
  added: Addition[]
}

interface Linked {
  row: Row
  statement: Statement
}

/** Where the row repeats what the programme said before. */
function following({ row, statement }: Linked, fresh: Statement): Pick<RowEffect, 'place' | 'statement'> {
  const samePlace = plainly(row.place) === plainly(statement.place) && row.place !== fresh.place
  const sameWords = plainly(textOf(row.statement)) === plainly(statement.words) && statement.words !== fresh.words
  return { ...(samePlace && { place: fresh.place }), ...(sameWords && { statement: fresh.words }) }
}

/** What nobody has dealt with yet stays to be dealt with, back to the words that were agreed upon. */
const openSince = ({ row, statement }: Linked) =>
  row.change === 'changed' && row.previousId ? row.previousId : statement.id

function effectOn(old: Linked, fresh: Statement, same: boolean, source: string): RowEffect {
  const { row } = old
  const linked = { statement: fresh.id, source }
  const isBack = row.change === 'dropped'
  if (same && !isBack) return { row, attrs: linked, ...following(old, fresh) }
  const attrs = { ...linked, previous: openSince(old), change: same ? 'new' : 'changed', state: 'open' }
  return { row, attrs, ...following(old, fresh) }
}

/** A row that was written by hand learns what it is about, and keeps what people have said of it. */
const joining = (row: Row, fresh: Statement, source: string): RowEffect => ({
  row,
  attrs: { statement: fresh.id, ...(row.source === '' && { source }) },
})

/** Several rows may be about one statement. */
const linkedRows = ({ rows, statement }: Old): Linked[] => (statement ? rows.map((row) => ({ row, statement })) : [])

function metBy(old: Old, fresh: Statement, same: boolean, source: string): RowEffect[] {
  if (old.statement) return linkedRows(old).map((linked) => effectOn(linked, fresh, same, source))
  return old.rows.map((row) => joining(row, fresh, source))
}

const goneFrom = (old: Old): RowEffect[] =>
  linkedRows(old)
    .filter(({ row }) => row.change !== 'dropped')
    .map(({ row, statement }) => ({ row, attrs: { change: 'dropped', previous: statement.id } }))

function changedBy({ olds, fresh }: Comparing, { pairs, dropped }: Settled, source: string): RowEffect[] {
  const met = pairs.flatMap((pair) => {
    const [old, statement] = [olds.get(pair.old.key), fresh.get(pair.fresh.key)]
    return old && statement ? metBy(old, statement, pair.same, source) : []
  })
  const gone = dropped.flatMap(({ key }) => {
    const old = olds.get(key)
    return old ? goneFrom(old) : []
  })
  return [...met, ...gone]
}

/** Statement → the row that is about it from now on. */
function rowsByStatement(changed: RowEffect[], rows: Row[]): Map<string, Row> {
  const now = changed.flatMap(({ row, attrs }) =>
    typeof attrs.statement === 'string' ? [[attrs.statement, row] as const] : [],
  )
  const before = rows.flatMap((row) => (row.statementId ? [[row.statementId, row] as const] : []))
  return new Map([...before, ...now])
}

function addedBy(
  comparing: Comparing,
  { added }: Settled,
  all: Statement[],
  byStatement: Map<string, Row>,
): Addition[] {
  const isNew = new Set(added.map(({ key }) => key))
  let after: Row | null = null
  return all.flatMap((statement) => {
    after = byStatement.get(statement.id) ?? after
    return isNew.has(statement.id) ? [{ statement, after, isNew: comparing.earlier !== null }] : []
  })
}

/** Everything that taking an edition over changes; nothing when it has been taken over already. */
export function effectsOf(
  comparing: Comparing,
  settled: Settled,
  { rows, statements, source }: { rows: Row[]; statements: Statement[]; source: string },
): Effects {
  const changed = changedBy(comparing, settled, source)
  return { changed, added: addedBy(comparing, settled, statements, rowsByStatement(changed, rows)) }
}
