import { eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { findActor } from '../../groups/membership.ts'
import { groups } from '../../groups/schema.ts'
import type { Person } from '../../identity/schema.ts'
import { findGuestsOf } from '../model.ts'
import { mayReadDocument } from '../policy.ts'
import { documents } from '../schema.ts'

const placesOf = (db: Database, ids: string[]) =>
  db
    .select({ id: documents.id, groupId: documents.groupId, slug: groups.slug })
    .from(documents)
    .innerJoin(groups, eq(groups.id, documents.groupId))
    .where(inArray(documents.id, ids))

/** Which of these texts this person may read. A text that is none and one that is closed are told apart by nobody. */
export async function readableAmong(db: Database, person: Person, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const readable: string[] = []
  for (const { id, groupId, slug } of await placesOf(db, ids)) {
    const actor = await findActor(db, person, slug)
    const document = actor && (await findGuestsOf(db, groupId, id))
    if (document && mayReadDocument(actor, document)) readable.push(id)
  }
  return readable
}
