import { and, desc, eq, exists, inArray, not, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { snapshots } from '../../documents/schema.ts'
import type { Adoption, AdoptionsOf } from '../../documents/stages/matter.ts'
import { originalId } from '../../documents/versions/originals.ts'
import { groups } from '../../groups/schema.ts'
import { paths } from '../../paths.ts'
import { citation } from './citation.ts'
import { decisions } from './schema.ts'
import { isAnnulled } from './standing.ts'

const ofCircle = alias(decisions, 'of_circle')
const circle = alias(groups, 'circle')

const alsoByCircle = (db: Database) =>
  exists(
    db
      .select({ id: ofCircle.id })
      .from(ofCircle)
      .innerJoin(circle, and(eq(circle.id, ofCircle.groupId), eq(circle.kind, 'circle')))
      .where(
        and(
          eq(ofCircle.snapshotId, decisions.snapshotId),
          eq(ofCircle.outcome, 'adopted'),
          not(isAnnulled(ofCircle.id)),
        ),
      ),
  )

/** What goes along with every publication (`DOMAIN.md 0.11`). */
const dissent = sql<string[]>`array(
  select m.statement from minority_statements m
  where m.round_id = ${decisions.roundId} and m.travels order by m.created_at
)`

/** Which versions of these texts were adopted and not annulled since, by whomever, the latest first. */
export const adoptionsOf: AdoptionsOf = async (db, documentIds) => {
  if (documentIds.length === 0) return []
  const found = await db
    .select({
      documentId: snapshots.documentId,
      snapshotId: snapshots.id,
      originalId,
      decision: decisions,
      prefix: groups.prefix,
      isByCircle: alsoByCircle(db).mapWith(Boolean),
      dissent,
    })
    .from(decisions)
    .innerJoin(snapshots, eq(snapshots.id, decisions.snapshotId))
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .where(
      and(inArray(snapshots.documentId, documentIds), eq(decisions.outcome, 'adopted'), not(isAnnulled(decisions.id))),
    )
    .orderBy(desc(decisions.createdAt))
  return found.map(({ decision, prefix, isByCircle, ...rest }): Adoption => {
    const cited = citation(prefix, decision.year, decision.number)
    return {
      ...{ ...rest, citation: cited, href: paths.decision(cited) },
      ...{ decidedOn: decision.decidedOn, at: decision.createdAt },
      awaitsCircle: decision.scope !== 'own_group' && !isByCircle,
    }
  })
}
