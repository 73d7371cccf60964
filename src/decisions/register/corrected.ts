import { and, asc, eq, gt, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { documentCorrections } from '../../documents/corrections/schema.ts'
import { type Snapshot, snapshots } from '../../documents/schema.ts'
import { people } from '../../identity/schema.ts'
import type { Decision } from './schema.ts'

/** What was put right in the text of a decision: its number stays, the version gets a letter (`DOMAIN.md 3.5`). */
export type Corrected = Pick<Snapshot, 'id' | 'number' | 'suffix' | 'note' | 'createdAt'> & {
  first: string
  second: string
}

type Decided = Pick<Decision, 'id' | 'snapshotId' | 'outcome'>

const decided = alias(snapshots, 'decided')
const [makers, confirmers] = [alias(people, 'makers'), alias(people, 'confirmers')]
const { id, number, suffix, note, createdAt } = snapshots

const after = (db: Database, snapshotIds: string[]) =>
  db
    .select({
      decidedId: decided.id,
      version: { id, number, suffix, note, createdAt, first: makers.name, second: confirmers.name },
    })
    .from(decided)
    .innerJoin(
      snapshots,
      and(eq(snapshots.originalId, sql`coalesce(${decided.originalId}, ${decided.id})`), gt(suffix, decided.suffix)),
    )
    .innerJoin(documentCorrections, eq(documentCorrections.snapshotId, snapshots.id))
    .innerJoin(makers, eq(makers.id, documentCorrections.madeById))
    .innerJoin(confirmers, eq(confirmers.id, documentCorrections.confirmedById))
    .where(inArray(decided.id, snapshotIds))
    .orderBy(asc(suffix))

/** Decision id → what was put right in its text since, the first on top. */
export async function correctedSince(db: Database, decisions: Decided[]): Promise<Map<string, Corrected[]>> {
  const adopted = decisions.filter(({ outcome, snapshotId }) => outcome === 'adopted' && snapshotId !== null)
  const ids = adopted.flatMap(({ snapshotId }) => snapshotId ?? [])
  const found = ids.length > 0 ? await after(db, ids) : []
  return new Map(
    adopted.map(({ id: decisionId, snapshotId }) => [
      decisionId,
      found.flatMap(({ decidedId, version }) => (decidedId === snapshotId ? version : [])),
    ]),
  )
}
