import { eq } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { type DocumentStage, documents } from './schema.ts'

/** Where a document stands follows from what is decided about it (`DOMAIN.md 3.5`); nobody sets it by hand. */
export async function markStage(tx: Database, documentId: string, stage: DocumentStage): Promise<void> {
  await tx.update(documents).set({ stage }).where(eq(documents.id, documentId))
}
