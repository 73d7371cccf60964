import { and, asc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { procedureObjections } from '../ballots/schema.ts'
import { minorityStatements, objectionEndings, objectionLapses, objections } from '../objections/schema.ts'
import { rounds } from '../rounds/schema.ts'
import { iso } from './canonical.ts'
import { differing } from './differing-statements.ts'
import { registerEntries } from './schema.ts'
import { each, type Secret } from './statement.ts'

const deciding = alias(rounds, 'deciding')

/** Those of the round that decided and of the ones before it, on the same proposal. */
const raised = (db: Database, roundIds: string[]) =>
  db
    .select({ roundId: deciding.id, objection: objections, ending: objectionEndings, lapse: objectionLapses })
    .from(deciding)
    .innerJoin(rounds, and(eq(rounds.proposalId, deciding.proposalId), lte(rounds.number, deciding.number)))
    .innerJoin(objections, eq(objections.roundId, rounds.id))
    .leftJoin(objectionEndings, eq(objectionEndings.objectionId, objections.id))
    .leftJoin(objectionLapses, and(eq(objectionLapses.objectionId, objections.id), isNotNull(objectionLapses.signedAt)))
    .where(inArray(deciding.id, roundIds))
    .orderBy(asc(objections.createdAt), asc(objections.id))

type Raised = Awaited<ReturnType<typeof raised>>[number]

/** That there was one stays when its owner goes; whose it was and in which words does not. */
const objectionsIn = (rows: Raised[]): Secret[] => [
  ...each('objection', rows, ({ objection: { id: key, roundId, seatId } }) => ({
    ...{ key, personId: null, value: { round: roundId, seat: seatId } },
  })),
  ...each('objector', rows, ({ objection: { id: key, ownerId, reason } }) => ({
    ...{ key, personId: ownerId, value: { by: ownerId, reason } },
  })),
]

function endingsIn(rows: Raised[]): Secret[] {
  const ended = rows.flatMap(({ ending }) => ending ?? [])
  return [
    ...each('ending', ended, ({ objectionId: key, kind, settledIn }) => ({
      ...{ key, personId: null, value: { kind, settledIn } },
    })),
    ...each('endingWords', ended, ({ objectionId: key, ownerId, note }) => ({ key, personId: ownerId, value: note })),
  ]
}

function lapsesIn(rows: Raised[]): Secret[] {
  const lapsed = rows.flatMap(({ lapse }) => lapse ?? [])
  return [
    ...each('lapse', lapsed, ({ objectionId: key, signedAt }) => ({ key, personId: null, value: iso(signedAt) })),
    ...each('lapseFirst', lapsed, ({ objectionId: key, proposedById: by, reason }) => ({
      ...{ key, personId: by, value: { by, reason } },
    })),
    ...each('lapseSecond', lapsed, ({ objectionId: key, signedById: by }) => ({ key, personId: by, value: by })),
  ]
}

/** What was said later has an entry of its own. */
async function statementsIn(db: Database, roundIds: string[]): Promise<Map<string, Secret[]>> {
  const found = await db
    .select({ statement: minorityStatements })
    .from(minorityStatements)
    .leftJoin(registerEntries, eq(registerEntries.statementId, minorityStatements.id))
    .where(and(inArray(minorityStatements.roundId, roundIds), isNull(registerEntries.seq)))
    .orderBy(asc(minorityStatements.id))
  const byRound = Map.groupBy(found, ({ statement }) => statement.roundId)
  return new Map([...byRound].map(([id, rows]) => [id, rows.map(({ statement }) => differing(statement))]))
}

/** Those who wanted a meeting instead. */
async function proceduralIn(db: Database, roundIds: string[]): Promise<Map<string, Secret[]>> {
  const found = await db
    .select()
    .from(procedureObjections)
    .where(inArray(procedureObjections.roundId, roundIds))
    .orderBy(asc(procedureObjections.seatId))
  const read = (rows: typeof found) => [
    ...each('procedure', rows, ({ seatId: key }) => ({ key, personId: null, value: true })),
    ...each('procedureBy', rows, ({ seatId: key, raisedById: by, reason }) => ({
      ...{ key, personId: by, value: { by, reason } },
    })),
  ]
  return new Map([...Map.groupBy(found, ({ roundId }) => roundId)].map(([id, rows]) => [id, read(rows)]))
}

/** Deciding round → what was said against it, what became of it, and the statements of those who differ. */
export async function contentionsIn(db: Database, roundIds: string[]): Promise<Map<string, Secret[]>> {
  const against = Map.groupBy(await raised(db, roundIds), ({ roundId }) => roundId)
  const statements = await statementsIn(db, roundIds)
  const procedural = await proceduralIn(db, roundIds)
  return new Map(
    roundIds.map((id) => {
      const rows = against.get(id) ?? []
      const more = [...(procedural.get(id) ?? []), ...(statements.get(id) ?? [])]
      return [id, [...objectionsIn(rows), ...endingsIn(rows), ...lapsesIn(rows), ...more]]
    }),
  )
}
