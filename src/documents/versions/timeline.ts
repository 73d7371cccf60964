import { aliasedTable, and, desc, eq, inArray, lt, ne } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { byName } from '../../db/order.ts'
import { people } from '../../identity/schema.ts'
import { snapshots } from '../schema.ts'
import { frozenRef, type VersionRef } from './looking.ts'
import { documentPoints, documentPointWriters, type Point } from './schema.ts'

/** One state of a text in the order of time. */
export interface Entry {
  ref: VersionRef
  /** Of a frozen one. */
  snapshotId: string | null
  kind: Point['kind']
  at: Date
  /** Of a frozen one. */
  number: number | null
  suffix: string
  name: string
  note: string
  /** Who froze it, named it, or restored something else over it. */
  by: string | null
  /** Who wrote since the state before; nothing where that is not known. */
  writers: string[]
  words: { added: number; removed: number } | null
  restored: { number: number | null; from: Date | null }
}

export interface Timeline {
  entries: Entry[]
  /** There are older ones. */
  more: Date | null
}

export const shownAtOnce = 60

/** Newest first. `points`: also those states that nobody froze. */
export async function timelineOf(
  db: Database,
  documentId: string,
  { points, before }: { points: boolean; before?: Date | undefined },
): Promise<Timeline> {
  const frozen = await frozenIn(db, documentId, before)
  const others = points ? await pointsIn(db, documentId, before) : []
  const all = [...frozen, ...others].sort((one, other) => other.at.getTime() - one.at.getTime())
  const entries = all.slice(0, shownAtOnce)
  const more = all.length > shownAtOnce ? (entries.at(-1)?.at ?? null) : null
  return { entries: await withWriters(db, entries), more }
}

/** The id of its point, where it has one: writers hang on it. */
type Draft = Omit<Entry, 'writers'> & { pointId: string | null }

async function frozenIn(db: Database, documentId: string, before: Date | undefined): Promise<Draft[]> {
  const rows = await db
    .select({ snapshot: snapshots, by: people.name, point: documentPoints })
    .from(snapshots)
    .innerJoin(people, eq(people.id, snapshots.createdById))
    .leftJoin(documentPoints, eq(documentPoints.snapshotId, snapshots.id))
    .where(and(eq(snapshots.documentId, documentId), before && lt(snapshots.createdAt, before)))
    .orderBy(desc(snapshots.createdAt))
    .limit(shownAtOnce + 1)
  return rows.map(({ snapshot: { id, number, suffix, note, createdAt: at }, by, point }) => ({
    ...{
      ref: frozenRef(number, suffix),
      snapshotId: id,
      kind: 'frozen',
      at,
      number,
      suffix,
      name: point?.name ?? '',
      note,
      by,
    },
    ...{ words: point && wordsOf(point), restored: { number: null, from: null }, pointId: point?.id ?? null },
  }))
}

const wordsOf = ({ wordsAdded: added, wordsRemoved: removed }: Point) => ({ added, removed })

async function pointsIn(db: Database, documentId: string, before: Date | undefined): Promise<Draft[]> {
  const [creator, namer] = [aliasedTable(people, 'creator'), aliasedTable(people, 'namer')]
  const isPoint = and(eq(documentPoints.documentId, documentId), ne(documentPoints.kind, 'frozen'))
  const rows = await db
    .select({ point: documentPoints, creator: creator.name, namer: namer.name })
    .from(documentPoints)
    .leftJoin(creator, eq(creator.id, documentPoints.createdById))
    .leftJoin(namer, eq(namer.id, documentPoints.namedById))
    .where(and(isPoint, before && lt(documentPoints.reachedAt, before)))
    .orderBy(desc(documentPoints.reachedAt), desc(documentPoints.createdAt))
    .limit(shownAtOnce + 1)
  return rows.map(({ point, creator, namer }) => ({
    ...{
      ref: point.id,
      snapshotId: null,
      kind: point.kind,
      at: point.reachedAt,
      number: null,
      suffix: '',
      name: point.name,
      note: '',
    },
    ...{ by: creator ?? namer, words: wordsOf(point), pointId: point.id },
    restored: { number: point.restoredNumber, from: point.restoredFrom },
  }))
}

async function withWriters(db: Database, drafts: Draft[]): Promise<Entry[]> {
  const ids = drafts.flatMap(({ pointId }) => pointId ?? [])
  const wrote = ids.length > 0 ? await writersOf(db, ids) : []
  return drafts.map(({ pointId, ...draft }) => ({
    ...draft,
    writers: wrote.filter((writer) => writer.pointId === pointId).map(({ name }) => name),
  }))
}

const writersOf = (db: Database, points: string[]) =>
  db
    .select({ pointId: documentPointWriters.pointId, name: people.name })
    .from(documentPointWriters)
    .innerJoin(people, eq(people.id, documentPointWriters.personId))
    .where(inArray(documentPointWriters.pointId, points))
    .orderBy(byName(people.name))
