import { contentOf } from '../../documents/content/codec.ts'
import { currentState } from '../../documents/editing/log.ts'
import { keepContent } from '../../documents/versions/contents.ts'
import { takePoint } from '../../documents/versions/points.ts'
import { documentPointWriters, documentWriters } from '../../documents/versions/schema.ts'
import { documentVisits } from '../../documents/visits/schema.ts'
import type { Paper } from './papers.ts'
import type { Scene } from './scene.ts'

/** Bjarne named a state of his text and went on; Swantje saw it as it was then, and has not looked since. */
export async function lookBack(scene: Scene, { id: documentId }: Paper): Promise<void> {
  const [bjarne, swantje] = [scene.person('bjarne'), scene.person('swantje')]
  const { content: blocks = [], ...text } = contentOf(await currentState(scene.db, documentId))
  const content = { ...text, content: blocks.slice(0, -1) }
  const reachedAt = scene.at('2026-09-17', '21:30')
  const named = { kind: 'named', name: 'Erste Sammlung', createdById: bjarne, namedById: bjarne } as const
  const point = await takePoint(scene.db, { documentId, content, reachedAt }, named)
  if (!point) throw new Error('a point was not stored')
  await scene.db.insert(documentPointWriters).values({ pointId: point.id, personId: bjarne })
  await scene.db
    .insert(documentWriters)
    .values({ documentId, personId: bjarne, wroteAt: scene.at('2026-09-21', '21:05') })
  const seenChecksum = await keepContent(scene.db, documentId, content)
  const seenAt = scene.at('2026-09-18', '08:10')
  await scene.db.insert(documentVisits).values({ personId: swantje, documentId, seenChecksum, seenAt })
}
