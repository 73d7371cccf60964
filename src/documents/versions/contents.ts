import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Content } from '../markup.ts'
import { contentChecksum } from './checksum.ts'
import { documentContents } from './schema.ts'

/** Kept once, however many points and people refer to it; until the transaction is over nobody clears it away. */
export async function keepContent(tx: Database, documentId: string, content: Content): Promise<string> {
  const checksum = await contentChecksum(content)
  const kept = await tx
    .select({ checksum: documentContents.checksum })
    .from(documentContents)
    .where(and(eq(documentContents.documentId, documentId), eq(documentContents.checksum, checksum)))
    .for('key share')
  if (kept.length === 0)
    await tx.insert(documentContents).values({ documentId, checksum, content }).onConflictDoNothing()
  return checksum
}

export async function keptContent(db: Database, documentId: string, checksum: string): Promise<Content | null> {
  const [kept] = await db
    .select({ content: documentContents.content })
    .from(documentContents)
    .where(and(eq(documentContents.documentId, documentId), eq(documentContents.checksum, checksum)))
  return (kept?.content as Content | undefined) ?? null
}
