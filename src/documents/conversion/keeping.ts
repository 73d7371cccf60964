import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { keepPicture } from '../attachments/keeping.ts'
import { importThreads } from '../comments/importing.ts'
import type { Document } from '../schema.ts'
import type { Found, ImportedThread } from './converted.ts'
import { type DocumentImport, documentImports } from './schema.ts'

/** What came with a text from elsewhere. */
export type Imported = Pick<Found, 'pictures' | 'threads' | 'report'> & { fileName: string }

/** Nobody of the alliance is called by what somebody wrote elsewhere. */
const uncalling = (words: string) => words.replaceAll('@{', '@ {')

const saidHere = ({ remarks, ...thread }: ImportedThread) => ({
  ...thread,
  remarks: remarks.map(({ author, at, words }) => ({
    author: uncalling(author),
    at: at === null ? null : new Date(at),
    words: uncalling(words),
  })),
})

/** In the transaction that creates the text: it is never there without its pictures and what was said about it. */
export async function keepImported(
  tx: Database,
  document: Document,
  personId: string,
  imported: Imported,
  state: Uint8Array,
): Promise<void> {
  const { id: documentId, groupId } = document
  for (const { id, picture } of imported.pictures) await keepPicture(tx, { id, groupId, documentId, personId, picture })
  const threads = imported.threads.map(saidHere)
  await importThreads(tx, { documentId, groupId, importerId: personId, state, threads })
  const { fileName, report } = imported
  await tx.insert(documentImports).values({ documentId, fileName, report })
}

export async function importOf(db: Database, documentId: string): Promise<DocumentImport | null> {
  const [found] = await db.select().from(documentImports).where(eq(documentImports.documentId, documentId))
  return found ?? null
}
