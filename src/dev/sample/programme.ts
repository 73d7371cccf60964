import { editions, editionTakeovers, programmes, statements } from '../../documents/editions/schema.ts'
import { programme } from './comparison-text.ts'
import type { Paper } from './papers.ts'
import type { Scene } from './scene.ts'

/** The edition of the programme that the rows of D-02 are about. */
export async function loadProgramme(scene: Scene, comparison: Paper): Promise<void> {
  const groupId = scene.group('en')
  const by = scene.person('tarek')
  const createdAt = scene.at('2026-08-24', '18:10')
  const programmeId = crypto.randomUUID()
  const editionId = crypto.randomUUID()
  const { title, version, source, on } = programme
  await scene.db.insert(programmes).values({ id: programmeId, groupId, title, createdById: by, createdAt })
  const edition = { id: editionId, programmeId, groupId, version, publishedOn: scene.day(on), source }
  await scene.db.insert(editions).values({ ...edition, loadedById: by, createdAt })
  await scene.db
    .insert(statements)
    .values(programme.statements.map((statement, index) => ({ ...statement, editionId, position: index + 1 })))
  await scene.db.insert(editionTakeovers).values({ documentId: comparison.id, editionId, personId: by, createdAt })
}
