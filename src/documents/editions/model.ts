import { and, asc, desc, eq, exists, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { people } from '../../identity/schema.ts'
import { type Edition, editions, editionTakeovers, programmes, type Statement, statements } from './schema.ts'

export type EditionEntry = Edition & {
  programme: string
  loadedBy: string
  statements: number
  /** When it was taken over into this comparison. */
  takenAt: Date | null
  /** Whether any comparison of the group counts on it. */
  isUsed: boolean
}

const counted = sql<number>`(select count(*)::int from ${statements} where ${statements.editionId} = ${editions.id})`

/** Editions of the group's programmes, the latest on top, as one comparison sees them. */
export async function editionsFor(db: Database, groupId: string, documentId: string): Promise<EditionEntry[]> {
  const here = and(eq(editionTakeovers.editionId, editions.id), eq(editionTakeovers.documentId, documentId))
  const anywhere = db
    .select({ id: editionTakeovers.editionId })
    .from(editionTakeovers)
    .where(eq(editionTakeovers.editionId, editions.id))
  const found = await db
    .select({
      edition: editions,
      programme: programmes.title,
      loadedBy: people.name,
      statements: counted,
      takenAt: editionTakeovers.createdAt,
      isUsed: sql<boolean>`${exists(anywhere)}`,
    })
    .from(editions)
    .innerJoin(programmes, eq(programmes.id, editions.programmeId))
    .innerJoin(people, eq(people.id, editions.loadedById))
    .leftJoin(editionTakeovers, here)
    .where(eq(editions.groupId, groupId))
    .orderBy(desc(editions.createdAt), asc(editions.version))
  return found.map(({ edition, ...rest }) => ({ ...edition, ...rest }))
}

export const programmesOf = (db: Database, groupId: string) =>
  db
    .select({ id: programmes.id, title: programmes.title })
    .from(programmes)
    .where(eq(programmes.groupId, groupId))
    .orderBy(byName(programmes.title))

export const statementsOf = (db: Database, editionId: string): Promise<Statement[]> =>
  db.select().from(statements).where(eq(statements.editionId, editionId)).orderBy(asc(statements.position))

/** Statements by their ids, as long as they stand in this programme. */
export async function statementsIn(db: Database, programmeId: string, ids: string[]): Promise<Statement[]> {
  if (ids.length === 0) return []
  const found = await db
    .select({ statement: statements })
    .from(statements)
    .innerJoin(editions, eq(editions.id, statements.editionId))
    .where(and(eq(editions.programmeId, programmeId), inArray(statements.id, ids)))
  return found.map(({ statement }) => statement)
}
