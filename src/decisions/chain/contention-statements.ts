import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { minorityStatements, objectionEndings, objections } from '../objections/schema.ts'
import { rounds } from '../rounds/schema.ts'
import { each, type Secret } from './statement.ts'

const deciding = alias(rounds, 'deciding')

/** Those of the round that decided and of the ones before it, on the same proposal. */
const raised = (db: Database, roundIds: string[]) =>
  db
    .select({ roundId: deciding.id, objection: objections, ending: objectionEndings })
    .from(deciding)
    .innerJoin(rounds, and(eq(rounds.proposalId, deciding.proposalId), lte(rounds.number, deciding.number)))
    .innerJoin(objections, eq(objections.roundId, rounds.id))
    .leftJoin(objectionEndings, eq(objectionEndings.objectionId, objections.id))
    .where(inArray(deciding.id, roundIds))
    .orderBy(asc(objections.createdAt), asc(objections.id))

type Raised = Awaited<ReturnType<typeof raised>>[number]

const objectionsIn = (rows: Raised[]): Secret[] =>
  each('objection', rows, ({ objection: { id, roundId, ownerId, reason } }) => ({
    ...{ key: id, personId: ownerId, value: { round: roundId, by: ownerId, reason } },
  }))

const endingsIn = (rows: Raised[]): Secret[] =>
  each(
    'ending',
    rows.flatMap(({ ending }) => ending ?? []),
    ({ objectionId, ownerId, kind, note, settledIn }) => ({
      ...{ key: objectionId, personId: ownerId, value: { kind, note, settledIn } },
    }),
  )

/** Deciding round → what was said against it, what became of it, and the statements of those who differ. */
export async function contentionsIn(db: Database, roundIds: string[]): Promise<Map<string, Secret[]>> {
  const against = Map.groupBy(await raised(db, roundIds), ({ roundId }) => roundId)
  const differing = await db
    .select()
    .from(minorityStatements)
    .where(inArray(minorityStatements.roundId, roundIds))
    .orderBy(asc(minorityStatements.id))
  const statements = Map.groupBy(differing, ({ roundId }) => roundId)
  const minority = (id: string) =>
    each('minority', statements.get(id) ?? [], ({ id: key, authorId, statement }) => ({
      ...{ key, personId: authorId, value: { by: authorId, statement } },
    }))
  return new Map(
    roundIds.map((id) => {
      const rows = against.get(id) ?? []
      return [id, [...objectionsIn(rows), ...endingsIn(rows), ...minority(id)]]
    }),
  )
}
