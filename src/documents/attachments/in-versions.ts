import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Content } from '../markup.ts'
import type { Snapshot } from '../schema.ts'
import { attachmentPlaces } from './schema.ts'

/** Every picture that is shown in a text. */
export function picturesIn(content: Content): string[] {
  const own = content.type === 'image' ? content.attrs?.attachment : null
  return [...(typeof own === 'string' ? [own] : []), ...(content.content ?? []).flatMap(picturesIn)]
}

type Version = Pick<Snapshot, 'documentId' | 'content'>

/** Naming an id in a text does not make its picture one of that text. */
export async function isInVersion(db: Database, { documentId, content }: Version, id: string): Promise<boolean> {
  if (!picturesIn(content as Content).includes(id)) return false
  const places = await db
    .select({ id: attachmentPlaces.attachmentId })
    .from(attachmentPlaces)
    .where(and(eq(attachmentPlaces.attachmentId, id), eq(attachmentPlaces.documentId, documentId)))
  return places.length > 0
}
