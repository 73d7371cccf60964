import { and, desc, eq, ne } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { textOf } from '../comparisons/choosing.ts'
import { type Row, rowsOf } from '../comparisons/rows.ts'
import type { Content } from '../markup.ts'
import { type Matching, matchStatements, type Pair, plainly, type Stated } from './matching.ts'
import { statementsIn, statementsOf } from './model.ts'
import { type Edition, editions, editionTakeovers, type Statement } from './schema.ts'

/** A statement of the earlier edition, and the rows that are about it, if any. */
export interface Old extends Stated {
  rows: Row[]
  /** As it stood in the earlier edition; null for a row that was written by hand. */
  statement: Statement | null
}

export interface Comparing {
  edition: Edition
  /** The one that the comparison counts on so far. */
  earlier: Edition | null
  olds: Map<string, Old>
  fresh: Map<string, Statement>
  matching: Matching
}

/** What the comparison has counted on until now, besides this edition. */
async function earlierOf(db: Database, edition: Edition, documentId: string): Promise<Edition | null> {
  const [found] = await db
    .select({ edition: editions })
    .from(editionTakeovers)
    .innerJoin(editions, eq(editions.id, editionTakeovers.editionId))
    .where(
      and(
        eq(editionTakeovers.documentId, documentId),
        eq(editions.programmeId, edition.programmeId),
        ne(editions.id, edition.id),
      ),
    )
    .orderBy(desc(editionTakeovers.createdAt))
    .limit(1)
  return found?.edition ?? null
}

/** A row that says that something is missing is about nothing that the programme says. */
const isAboutStatement = (row: Row) => row.assessment !== 'missing'

/** Written by hand: what the row says stands for what the programme says. */
const byHand = (row: Row): Old => ({
  ...{ key: `row ${row.number}`, place: row.place, words: textOf(row.statement) },
  ...{ rows: [row], statement: null },
})

const stated = (statement: Statement, rows: Row[]): Old => {
  const { id, place, words } = statement
  return { key: id, place, words, rows: rows.filter(({ statementId }) => statementId === id), statement }
}

interface Known {
  /** Statements that rows are about, whichever edition they stand in. */
  inRows: Statement[]
  earlier: Statement[]
  fresh: Statement[]
}

/** What nobody took up has no row, and matters only so that it is not taken for new. */
function oldsOf(rows: Row[], { inRows, earlier, fresh }: Known): Old[] {
  const isFresh = new Set(fresh.map(({ id }) => id))
  const known = new Map([...earlier, ...inRows].map((statement) => [statement.id, statement]))
  return [
    ...rows.filter((row) => row.statementId === null && isAboutStatement(row)).map(byHand),
    ...[...known.values()].filter(({ id }) => !isFresh.has(id)).map((statement) => stated(statement, rows)),
  ]
}

const placeOf = ({ place }: Stated) => plainly(place).toLocaleLowerCase('de')

const alone = (list: Stated[]) => (one: Stated) =>
  placeOf(one) !== '' && list.filter((other) => placeOf(other) === placeOf(one)).length === 1

/** Somebody's own words say little about whose they render; their place does, where it is the only one. */
function byPlace(hand: Old[], fresh: Stated[]): Pair[] {
  const [isAloneHere, isAloneThere] = [alone(hand), alone(fresh)]
  return hand.filter(isAloneHere).flatMap((old) => {
    const partner = fresh.find((one) => placeOf(one) === placeOf(old) && isAloneThere(one))
    return partner ? [{ old, fresh: partner, same: plainly(old.words) === plainly(partner.words) }] : []
  })
}

/** What the programme itself said before comes first, then rows written by hand by their place, then likeness. */
function matched(olds: Old[], fresh: Stated[]): Matching {
  const sure = matchStatements(
    olds.filter(({ statement }) => statement !== null),
    fresh,
  ).pairs
  const without = (pairs: Pair[]) => {
    const taken = new Set<Stated>(pairs.flatMap((pair) => [pair.old, pair.fresh]))
    return (one: Stated) => !taken.has(one)
  }
  const placed = byPlace(
    olds.filter(({ statement }) => statement === null),
    fresh.filter(without(sure)),
  )
  const isLeft = without([...sure, ...placed])
  const rest = matchStatements(olds.filter(isLeft), fresh.filter(isLeft))
  return { ...rest, pairs: [...sure, ...placed, ...rest.pairs] }
}

/** The new edition beside what the rows are about now. */
export async function compareEdition(
  db: Database,
  edition: Edition,
  documentId: string,
  content: Content,
): Promise<Comparing> {
  const rows = rowsOf(content)
  const ids = rows.map(({ statementId }) => statementId).filter((id) => id !== null)
  const earlier = await earlierOf(db, edition, documentId)
  const fresh = await statementsOf(db, edition.id)
  const olds = oldsOf(rows, {
    inRows: await statementsIn(db, edition.programmeId, ids),
    earlier: earlier ? await statementsOf(db, earlier.id) : [],
    fresh,
  })
  const open = fresh.filter(({ id }) => !ids.includes(id))
  return {
    edition,
    earlier,
    olds: new Map(olds.map((old) => [old.key, old])),
    fresh: new Map(open.map((one) => [one.id, one])),
    matching: matched(
      olds,
      open.map(({ id, place, words }) => ({ key: id, place, words })),
    ),
  }
}
