import { and, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../groups/actor.ts'
import { findGuestsOf, type Paper } from '../model.ts'
import { documents } from '../schema.ts'
import { type KeptPicture, pictureBytes } from './keeping.ts'
import { maySeePicture } from './policy.ts'
import { attachmentPlaces } from './schema.ts'

/**
 * Of a picture in a text that another group has sent to this one: in which group it is kept, if this person may read that
 * text here.
 */
export type SentPicture = (db: Database, actor: Actor, id: string) => Promise<string | null>

type Readers = Pick<Paper, 'id' | 'guestIds'>

/** The texts of this group that the picture stands in, with those who may read them. */
export async function papersWith(db: Database, groupId: string, id: string): Promise<Readers[]> {
  const places = await db
    .select({ id: attachmentPlaces.documentId })
    .from(attachmentPlaces)
    .innerJoin(documents, eq(documents.id, attachmentPlaces.documentId))
    .where(and(eq(attachmentPlaces.attachmentId, id), eq(documents.groupId, groupId)))
  const papers = await Promise.all(places.map((place) => findGuestsOf(db, groupId, place.id)))
  return papers.filter((paper) => paper !== null)
}

/** A picture for whoever may read a text of this group that it stands in; that a text names it is not enough. */
export async function pictureFor(db: Database, actor: Actor, id: string): Promise<KeptPicture | null> {
  const isSeen = maySeePicture(actor, await papersWith(db, actor.group.id, id))
  return isSeen ? pictureBytes(db, actor.group.id, id) : null
}
