import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { keepPicture } from '../attachments/keeping.ts'
import type { Document } from '../schema.ts'
import type { Found } from './converted.ts'
import { type DocumentImport, documentImports } from './schema.ts'

/** What came with a text from elsewhere. */
export type Imported = Pick<Found, 'pictures' | 'threads' | 'report'> & { fileName: string }

/** In the transaction that creates the text: it is never there without its pictures. */
export async function keepImported(tx: Database, document: Document, personId: string, imported: Imported) {
  const { id: documentId, groupId } = document
  for (const { id, picture } of imported.pictures) await keepPicture(tx, { id, groupId, documentId, personId, picture })
  const { fileName, report } = imported
  await tx.insert(documentImports).values({ documentId, fileName, report })
}

export async function importOf(db: Database, documentId: string): Promise<DocumentImport | null> {
  const [found] = await db.select().from(documentImports).where(eq(documentImports.documentId, documentId))
  return found ?? null
}
