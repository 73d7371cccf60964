import { and, eq, gt, inArray, lte } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../../identity/schema.ts'
import type { Ports } from '../../ports.ts'
import { withNames } from '../comparisons/naming.ts'
import type { Paper } from '../model.ts'
import { type CreditsOf, creditsIn, writtenBy } from './credits.ts'
import { type Difference, difference } from './difference.ts'
import { findVersion, type Version, type VersionRef } from './looking.ts'
import { documentPoints, documentPointWriters } from './schema.ts'
import { type Writer, writersSince } from './writers.ts'

export type Side = Omit<Version, 'content' | 'state'>

export interface ComparedVersions {
  older: Side
  newer: Side
  difference: Difference
  creditsOf: CreditsOf
  /** Whose words came in between, as far as that is known. */
  writers: string[]
}

const isLater = (one: Version, other: Version) =>
  (one.reachedAt?.getTime() ?? Number.POSITIVE_INFINITY) > (other.reachedAt?.getTime() ?? Number.POSITIVE_INFINITY)

/** Any two states of a text, in whatever order they were chosen. */
export async function compareVersions(
  ports: Pick<Ports, 'db' | 'rooms'>,
  paper: Paper,
  refs: { older: VersionRef; newer: VersionRef },
): Promise<ComparedVersions | null> {
  const one = await findVersion(ports, paper, refs.older)
  const other = await findVersion(ports, paper, refs.newer)
  if (!one || !other) return null
  const [older, newer] = isLater(one, other) ? [other, one] : [one, other]
  const after = newer.state ? writtenBy(newer.state) : newer.content
  const writers = await writersBetween(ports.db, paper.id, older, newer)
  const compared = difference(older.content, after)
  return {
    older: sideOf(older),
    newer: sideOf(newer),
    difference: { ...compared, content: await withNames(ports.db, compared.content) },
    creditsOf: newer.state ? await creditsIn(ports.db, paper.id, older.reachedAt) : () => [],
    writers: writers.map(({ name }) => name),
  }
}

const sideOf = ({ content: _, state: _state, ...side }: Version): Side => side

async function writersBetween(db: Database, documentId: string, older: Version, newer: Version): Promise<Writer[]> {
  if (!older.reachedAt) return []
  if (!newer.reachedAt) return writersSince(db, documentId, older.reachedAt)
  const between = and(gt(documentPoints.reachedAt, older.reachedAt), lte(documentPoints.reachedAt, newer.reachedAt))
  const points = db
    .select({ id: documentPoints.id })
    .from(documentPoints)
    .where(and(eq(documentPoints.documentId, documentId), between))
  return db
    .selectDistinct({ id: people.id, name: people.name })
    .from(documentPointWriters)
    .innerJoin(people, eq(people.id, documentPointWriters.personId))
    .where(inArray(documentPointWriters.pointId, points))
    .orderBy(people.name)
}
