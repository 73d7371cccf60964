import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { documents } from '../schema.ts'
import type { Picture } from './picture.ts'
import { attachmentPlaces, attachments } from './schema.ts'

export interface Kept {
  groupId: string
  documentId: string
  personId: string
  picture: Picture
  /** For those who have to name it before it is kept, such as an import. */
  id?: string
}

/** A picture and its place in a text, at once; answers with its id, for the attribute `attachment`. */
export async function keepPicture(tx: Database, { groupId, documentId, personId, picture, id }: Kept): Promise<string> {
  const { type, width, height, bytes } = picture
  const facts = { ...(id && { id }), groupId, documentId, personId, type, width, height, size: bytes.length, bytes }
  const [kept] = await tx.insert(attachments).values(facts).returning({ id: attachments.id })
  if (!kept) throw new Error('a picture was not stored')
  await tx.insert(attachmentPlaces).values({ attachmentId: kept.id, documentId })
  return kept.id
}

const shown = {
  id: attachments.id,
  type: attachments.type,
  width: attachments.width,
  height: attachments.height,
  bytes: attachments.bytes,
}

export type KeptPicture = Picture & { id: string }

/** A picture of a text of this group; another group's is none, whoever names its id. */
export async function pictureBytes(db: Database, groupId: string, id: string): Promise<KeptPicture | null> {
  const [picture] = await db
    .select(shown)
    .from(attachments)
    .innerJoin(attachmentPlaces, eq(attachmentPlaces.attachmentId, attachments.id))
    .innerJoin(documents, eq(documents.id, attachmentPlaces.documentId))
    .where(and(eq(attachments.id, id), eq(documents.groupId, groupId)))
    .limit(1)
  return picture ?? null
}

/** A text that begins as a copy of another shows its pictures too, also to those who may read only the copy. */
export async function copyPlaces(tx: Database, fromDocumentId: string, toDocumentId: string): Promise<void> {
  const places = await tx
    .select({ attachmentId: attachmentPlaces.attachmentId })
    .from(attachmentPlaces)
    .where(eq(attachmentPlaces.documentId, fromDocumentId))
  if (places.length === 0) return
  const copies = places.map(({ attachmentId }) => ({ attachmentId, documentId: toDocumentId }))
  await tx.insert(attachmentPlaces).values(copies).onConflictDoNothing()
}
