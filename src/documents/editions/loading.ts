import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { ReadStatement } from './reading-statements.ts'
import { type Edition, editions, editionTakeovers, programmes, statements } from './schema.ts'

export interface EditionDraft {
  groupId: string
  personId: string
  /** A programme of the group, or the title of a new one. */
  programme: string
  version: string
  publishedOn: string | null
  source: string
  statements: ReadStatement[]
}

/** The group's programme of this title; made when there is none. */
async function programmeOf(tx: Database, { groupId, personId, programme }: EditionDraft): Promise<string> {
  const named = and(eq(programmes.groupId, groupId), eq(programmes.title, programme))
  await tx.insert(programmes).values({ groupId, title: programme, createdById: personId }).onConflictDoNothing()
  const [found] = await tx.select({ id: programmes.id }).from(programmes).where(named)
  if (!found) throw new Error('a programme was not stored')
  return found.id
}

/** Beside the earlier ones; nothing changes in any comparison yet. Null when there is one of this version. */
export async function loadEdition(tx: Database, draft: EditionDraft): Promise<Edition | null> {
  const { groupId, personId: loadedById, version, publishedOn, source } = draft
  const programmeId = await programmeOf(tx, draft)
  const [edition] = await tx
    .insert(editions)
    .values({ programmeId, groupId, loadedById, version, publishedOn, source })
    .onConflictDoNothing()
    .returning()
  if (!edition) return null
  await tx
    .insert(statements)
    .values(draft.statements.map((statement, index) => ({ ...statement, editionId: edition.id, position: index + 1 })))
  return edition
}

/** Only as long as no comparison counts on it; false when one does. */
export async function discardEdition(tx: Database, { id }: Pick<Edition, 'id'>): Promise<boolean> {
  await tx.select({ id: editions.id }).from(editions).where(eq(editions.id, id)).for('update')
  if ((await tx.$count(editionTakeovers, eq(editionTakeovers.editionId, id))) > 0) return false
  await tx.delete(statements).where(eq(statements.editionId, id))
  await tx.delete(editions).where(eq(editions.id, id))
  return true
}
