import { and, eq, exists, lt, not, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Ports } from '../../ports.ts'
import { documentVisits } from '../visits/schema.ts'
import { documentContents, documentPoints } from './schema.ts'

/** Of what was kept by itself longer ago, the last state of each day is enough. */
const unthinned = sql`interval '90 days'`
/** Whoever has not looked for so long begins anew. */
const remembered = sql`interval '1 year'`

/** Runs each night, so that what is kept beside texts does not grow for ever (`SECURITY.md S-87`). */
export async function clearVersions({ db }: Pick<Ports, 'db'>): Promise<void> {
  await thinPoints(db)
  await db.delete(documentVisits).where(lt(documentVisits.seenAt, sql`now() - ${remembered}`))
  await clearContents(db)
}

/** What has a name, was frozen or restored over stays for good. */
async function thinPoints(db: Database): Promise<void> {
  const day = sql`(reached_at at time zone 'Europe/Berlin')::date`
  const last = sql`select distinct on (document_id, ${day}) id from document_points
    where kind = 'automatic' and name = '' order by document_id, ${day}, reached_at desc`
  const old = lt(documentPoints.reachedAt, sql`now() - ${unthinned}`)
  const unnamed = and(eq(documentPoints.kind, 'automatic'), eq(documentPoints.name, ''))
  await db.delete(documentPoints).where(and(unnamed, old, sql`${documentPoints.id} not in (${last})`))
}

/** Fresh ones may be about to be referred to. */
async function clearContents(db: Database): Promise<void> {
  const { documentId, checksum, createdAt } = documentContents
  const ofPoint = db
    .select({ id: documentPoints.id })
    .from(documentPoints)
    .where(and(eq(documentPoints.documentId, documentId), eq(documentPoints.checksum, checksum)))
  const { seenChecksum, beforeChecksum } = documentVisits
  const ofVisit = db
    .select({ id: documentVisits.personId })
    .from(documentVisits)
    .where(and(eq(documentVisits.documentId, documentId), or(eq(seenChecksum, checksum), eq(beforeChecksum, checksum))))
  const isOld = lt(createdAt, sql`now() - interval '1 hour'`)
  await db.delete(documentContents).where(and(isOld, not(exists(ofPoint)), not(exists(ofVisit))))
}
