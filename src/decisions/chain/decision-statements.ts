import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import { checksumOf } from '../../documents/versions/checksum.ts'
import { groups } from '../../groups/schema.ts'
import { type DecisionRecord, records } from '../records/schema.ts'
import { citation } from '../register/citation.ts'
import { type Decision, decisions } from '../register/schema.ts'
import { iso, type Plain } from './canonical.ts'
import { rulesGivenBy } from './given-rules.ts'
import { type Behind, roundsBehind } from './round-statements.ts'
import { one, type Secret, type Statement } from './statement.ts'

const rows = (db: Database, ids: string[]) =>
  db
    .select({ decision: decisions, prefix: groups.prefix, snapshot: snapshots, report: records })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .leftJoin(snapshots, eq(snapshots.id, decisions.snapshotId))
    .leftJoin(records, eq(records.id, decisions.recordId))
    .where(inArray(decisions.id, ids))

type Row = Awaited<ReturnType<typeof rows>>[number]

/** Both what the frozen version says of itself and what is made of its words anew. */
async function textOf({ snapshot }: Row): Promise<Plain> {
  if (!snapshot) return null
  const { documentId, number, suffix, checksum } = snapshot
  return { document: documentId, version: `${number}${suffix}`, checksum, words: await checksumOf(snapshot) }
}

const numberOf = ({ decision, prefix }: Row) => citation(prefix, decision.year, decision.number)

/** What it says of itself, and what else belongs to it. */
const plainOf = ({ decision: d, ...row }: Row, behind: Record<string, Plain>): Record<string, Plain> => ({
  number: numberOf({ decision: d, ...row }),
  establishedAt: iso(d.createdAt),
  ...{ decidedOn: d.decidedOn, method: d.method, channel: d.channel, scope: d.scope },
  ...{ outcome: d.outcome, reason: d.reason, tally: d.tally, flags: d.flags },
  ...{ inForceFrom: d.inForceFrom, inForceUntil: d.inForceUntil, reviewOn: d.reviewOn },
  ...behind,
})

const wordsOf = (d: Decision): Secret[] => [
  one('title', d.title),
  one('wording', d.wording),
  one('rationale', d.rationale),
  one('summary', d.summary),
  one('legalEntity', d.legalEntity),
  one('editorialMandate', d.editorialMandate),
  one('first', d.firstPersonId, d.firstPersonId),
  one('second', d.secondPersonId, d.secondPersonId),
]

const reportOf = ({ title, wording, decidedOn, place, manner, present, outcome, createdAt }: DecisionRecord) =>
  one('report', { title, wording, decidedOn, place, manner, present, outcome, enteredAt: iso(createdAt) })

async function statementOf(row: Row, behind: Behind | undefined, gives: Plain): Promise<Statement> {
  return {
    plain: plainOf(row, { text: await textOf(row), round: behind?.plain ?? null, gives }),
    secrets: [...wordsOf(row.decision), ...(row.report ? [reportOf(row.report)] : []), ...(behind?.secrets ?? [])],
  }
}

/** Decision id → everything that its entry vouches for, as it stands in the tables now. */
export async function decisionStatements(db: Database, ids: string[]): Promise<Map<string, Statement>> {
  if (ids.length === 0) return new Map()
  const found = await rows(db, ids)
  const behind = await roundsBehind(
    db,
    found.flatMap(({ decision }) => decision.roundId ?? []),
  )
  const given = await rulesGivenBy(db, found.map(numberOf))
  const statements = found.map(async (row) => {
    const gives = given.get(numberOf(row)) ?? null
    return [row.decision.id, await statementOf(row, behind.get(row.decision.roundId ?? ''), gives)] as const
  })
  return new Map(await Promise.all(statements))
}
