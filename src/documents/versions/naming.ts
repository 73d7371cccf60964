import { eq, sql } from 'drizzle-orm'
import type { RecordEvent } from '../../activity/model.ts'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { contentOf } from '../content/codec.ts'
import { currentState } from '../editing/log.ts'
import { type Document, documentStates, documents } from '../schema.ts'
import { keepContent } from './contents.ts'
import { latestPoint, markWriters, takePoint } from './points.ts'
import { documentPoints, type Point } from './schema.ts'
import { waitingWriters } from './waiting-writers.ts'

type Named = Pick<Document, 'id' | 'groupId' | 'title'>
type By = Pick<Actor, 'person'>

/** Gives the draft as it is now a name; what is being typed is in it when the room has settled before. */
export async function nameDraft(tx: Database, record: RecordEvent, paper: Named, by: By, name: string): Promise<Point> {
  await lock(tx, paper.id)
  const content = contentOf(await currentState(tx, paper.id))
  const last = await latestPoint(tx, paper.id)
  if (last && last.name === '' && last.checksum === (await keepContent(tx, paper.id, content)))
    return namePoint(tx, record, paper, by, { point: last, name })
  await markWriters(tx, paper.id, await waitingWriters(tx, paper.id))
  const of = { kind: 'named', name, createdById: by.person.id, namedById: by.person.id } as const
  const point = await takePoint(tx, { documentId: paper.id, content, reachedAt: await now(tx, paper.id) }, of)
  if (!point) throw new Error('a point was not stored')
  await tell(record, paper, by, name)
  return point
}

/** A state that has a name is kept for good; the name may be changed. */
export async function namePoint(
  tx: Database,
  record: RecordEvent,
  paper: Named,
  by: By,
  { point, name }: { point: Point; name: string },
): Promise<Point> {
  if (point.name === name) return point
  const [named] = await tx
    .update(documentPoints)
    .set({ name, namedById: by.person.id })
    .where(eq(documentPoints.id, point.id))
    .returning()
  await tell(record, paper, by, name)
  return named ?? point
}

/** Until commit nobody else takes a point of this text by hand; typing goes on. */
export const lock = (tx: Database, documentId: string) =>
  tx.select({ id: documents.id }).from(documents).where(eq(documents.id, documentId)).for('no key update')

/** By the database's clock, as everything that stands in a row. */
export async function now(tx: Database, documentId: string): Promise<Date> {
  const [clock] = await tx
    .select({ now: sql<Date>`now()`.mapWith(documentStates.updatedAt) })
    .from(documents)
    .where(eq(documents.id, documentId))
  return clock?.now ?? new Date()
}

const tell = (record: RecordEvent, { id: subjectId, groupId, title }: Named, { person }: By, name: string) =>
  record({ kind: 'document.named', groupId, actorId: person.id, subjectId, facts: { title, name } })
